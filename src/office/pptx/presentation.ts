import { Package, type Properties } from '../package/package.ts'
import { attribute, idsFrom, type Xml, xml } from '../package/xml.ts'
import type { DeckPicture, Item, NoteLine, SlidePicture } from '../picture.ts'
import { contentXml, inherited, layoutXml, masterXml, notesMasterXml, notesXml } from './masters.ts'
import { holdersOf, placesOf, texts, usualPlaces } from './places.ts'
import { drawingXml, textXml } from './shapes.ts'
import { fitting, type Setting } from './text.ts'
import { isDark, namespaces, paletteOf, themeXml } from './theme.ts'
import { type Stepped, timingXml } from './timing.ts'

const types = 'openxmlformats-officedocument.presentationml'
const themeType = 'openxmlformats-officedocument.theme'
const main = 'ppt/presentation.xml'
const master = 'ppt/slideMasters/slideMaster1.xml'
const notesMaster = 'ppt/notesMasters/notesMaster1.xml'
const themeAt = (number: number): string => `ppt/theme/theme${number}.xml`
const slideAt = (number: number): string => `ppt/slides/slide${number}.xml`

function nameOf(item: Item): string {
  if (item.kind === 'text') return texts[item.role].name
  if (item.role === 'label') return 'Thanh các phần'
  return item.label === undefined ? 'Vạch' : 'Hình'
}

/** Names the items of a slide, numbered where several share a name. */
function namer(): (item: Item) => string {
  const counts = new Map<string, number>()
  return (item) => {
    const name = nameOf(item)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count > 1 ? `${name} ${count}` : name
  }
}

function slideXml(slide: SlidePicture, setting: Setting, ground: Xml | undefined): Xml {
  const name = namer()
  const holders = holdersOf(slide.items)
  const stepped: Stepped[] = []
  const ids = idsFrom(2)
  const shapes = slide.items.map((item) => {
    const kind = item.kind === 'text' ? 'text' : item.shapes.length > 1 ? 'group' : 'shape'
    const id = ids()
    if (item.step > 0) stepped.push({ id, step: item.step, kind })
    return item.kind === 'text'
      ? textXml(item, id, name(item), setting, holders.get(item))
      : drawingXml(item, id, name(item), setting, ids)
  })
  return xml`
    <p:sld ${namespaces}${attribute('show', slide.hidden ? 0 : undefined)}>
      ${contentXml(slide.id, ground, shapes)}
      ${inherited}
      ${timingXml(stepped)}
    </p:sld>`
}

const noteXml = ({ label, text }: NoteLine): Xml => xml`
  <a:p>
    ${
      label !== undefined &&
      xml`<a:r><a:rPr lang="vi-VN" b="1" dirty="0"/><a:t>${label}: </a:t></a:r>`
    }
    <a:r><a:rPr lang="vi-VN" dirty="0"/><a:t>${text}</a:t></a:r>
  </a:p>`

/** The identifier of a section, in the upper case that PowerPoint wants; the same in every file. */
const guid = (section: number): string =>
  `{6D0F3A52-9C41-4E7B-8B15-${section.toString(16).toUpperCase().padStart(12, '0')}}`

const firstId = 256

/** The sections of the file: the opening, the parts, and what follows them. */
function sectionsXml(slides: readonly SlidePicture[]): Xml {
  const sections: { name: string; ids: number[] }[] = []
  slides.forEach(({ part }, at) => {
    const isOpening = sections.every(({ name }) => name === 'Mở đầu')
    const name = part || (isOpening ? 'Mở đầu' : 'Kết thúc')
    if (sections.at(-1)?.name !== name) sections.push({ name, ids: [] })
    sections.at(-1)?.ids.push(firstId + at)
  })
  return xml`
    <p:extLst>
      <p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">
        <p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
          ${sections.map(
            ({ name, ids }, at) => xml`
              <p14:section name="${name}" id="${guid(at + 1)}">
                <p14:sldIdLst>${ids.map((id) => xml`<p14:sldId id="${id}"/>`)}</p14:sldIdLst>
              </p14:section>`,
          )}
        </p14:sectionLst>
      </p:ext>
    </p:extLst>`
}

/** The name of a layout: the first words of the slide that it is made after. */
function layoutName(title: string): string {
  const plain = title.replace(/[“”]/g, '')
  const [words = plain] = /^.{1,30}(?!\S)/u.exec(plain) ?? []
  return `Như trang “${words}${words.length < plain.length ? '…' : ''}”`
}

/**
 * Makes a presentation that PowerPoint opens and its owner can change. The speaker's has the notes,
 * and hidden slides as hidden ones.
 */
export async function presentationOf(
  { slides: all, colours, otherAccent }: DeckPicture,
  properties: Properties,
  speaker: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Package()
  const slides = all
    .filter(({ hidden }) => speaker || !hidden)
    .map((slide) => ({
      ...slide,
      items: slide.items.flatMap((item): readonly Item[] =>
        item.kind === 'text' ? fitting(item) : [item],
      ),
    }))
  const colour = paletteOf(colours)
  const setting: Setting = { colour, ink: colours.text, jump: () => undefined }
  file.link('', 'officeDocument', main)
  const masterId = file.link(main, 'slideMaster', master)

  const usual = usualPlaces(slides.map(({ items }) => placesOf(items)))
  const layouts = new Map([['', layoutXml('Đầu đề và nội dung', usual, setting)]])
  for (const { layout, title } of slides) {
    if (layouts.has(layout)) continue
    const [most = []] = slides
      .filter((slide) => slide.layout === layout)
      .map(({ items }) => placesOf(items))
      .sort((a, b) => b.length - a.length)
    layouts.set(layout, layoutXml(layoutName(title), most, setting))
  }
  const layoutAt = (layout: string) =>
    `ppt/slideLayouts/slideLayout${[...layouts.keys()].indexOf(layout) + 1}.xml`
  const layoutIds = [...layouts].map(([layout, content]) => {
    file.link(layoutAt(layout), 'slideMaster', master)
    return file.add(master, 'slideLayout', layoutAt(layout), `${types}.slideLayout`, content)
  })
  const content = masterXml(usual, layoutIds, setting, isDark(colours))
  file.put(master, `${types}.slideMaster`, content)
  const theme = themeXml('Báo cáo viên', { colours, otherAccent })
  file.add(master, 'theme', themeAt(1), themeType, theme)
  file.link(main, 'theme', themeAt(1))
  const notesId = speaker ? file.link(main, 'notesMaster', notesMaster) : undefined
  if (speaker) {
    // Black on white, because they are printed.
    const paper = { ...colours, text: { hex: '000000' }, ground: { hex: 'FFFFFF' } }
    file.put(notesMaster, `${types}.notesMaster`, notesMasterXml(setting))
    const notesTheme = themeXml('Trang ghi chú', { colours: paper, otherAccent })
    file.add(notesMaster, 'theme', themeAt(2), themeType, notesTheme)
  }

  // PowerPoint does without these, Keynote and the viewers of phones do not.
  for (const [kind, content] of Object.entries({
    presProps: xml`<p:presentationPr ${namespaces}/>`,
    viewProps: xml`<p:viewPr ${namespaces}/>`,
    tableStyles: xml`<a:tblStyleLst ${namespaces} def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
  })) {
    file.add(main, kind, `ppt/${kind}.xml`, `${types}.${kind}`, content)
  }

  const paths = new Map(slides.map(({ id }, at) => [id, slideAt(at + 1)]))
  const slideIds = slides.map((slide, at) => {
    const path = slideAt(at + 1)
    file.link(path, 'slideLayout', layoutAt(slide.layout))
    const jump = (to: string) => {
      const target = paths.get(to)
      return target && file.link(path, 'slide', target)
    }
    const ground = slide.ground.hex === colours.ground.hex ? undefined : colour(slide.ground)
    file.put(path, `${types}.slide`, slideXml(slide, { ...setting, jump }, ground))
    if (speaker) {
      const notes = `ppt/notesSlides/notesSlide${at + 1}.xml`
      const lines = slide.notes.length > 0 ? slide.notes : [{ text: '' }]
      file.add(path, 'notesSlide', notes, `${types}.notesSlide`, notesXml(lines.map(noteXml)))
      file.link(notes, 'notesMaster', notesMaster)
      file.link(notes, 'slide', path)
    }
    return file.link(main, 'slide', path)
  })

  const presentation = xml`
    <p:presentation ${namespaces} saveSubsetFonts="1">
      <p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${masterId}"/></p:sldMasterIdLst>
      ${
        notesId !== undefined &&
        xml`<p:notesMasterIdLst><p:notesMasterId r:id="${notesId}"/></p:notesMasterIdLst>`
      }
      <p:sldIdLst>
        ${slideIds.map((id, at) => xml`<p:sldId id="${firstId + at}" r:id="${id}"/>`)}
      </p:sldIdLst>
      <p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>
      <p:defaultTextStyle><a:defPPr><a:defRPr lang="vi-VN"/></a:defPPr></p:defaultTextStyle>
      ${sectionsXml(slides)}
    </p:presentation>`
  file.put(main, `${types}.presentation.main`, presentation)
  return file.write(properties)
}
