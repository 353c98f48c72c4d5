import { Package, type Properties } from '../package/package.ts'
import { attribute, type Xml, xml } from '../package/xml.ts'
import type { DeckPicture, Item, NoteLine, SlidePicture, TextItem } from '../picture.ts'
import {
  contentXml,
  indexes,
  inherited,
  layoutXml,
  masterXml,
  notesMasterXml,
  notesXml,
  type Taken,
} from './masters.ts'
import { drawingXml, textXml } from './shapes.ts'
import { fitting, type Setting } from './text.ts'
import { namespaces, paletteOf, themeXml } from './theme.ts'
import { type Stepped, timingXml } from './timing.ts'

const types = 'openxmlformats-officedocument.presentationml'
const themeType = 'openxmlformats-officedocument.theme'
const main = 'ppt/presentation.xml'
const master = 'ppt/slideMasters/slideMaster1.xml'
const notesMaster = 'ppt/notesMasters/notesMaster1.xml'
const themeAt = (number: number): string => `ppt/theme/theme${number}.xml`
const slideAt = (number: number): string => `ppt/slides/slide${number}.xml`

/** The places that the texts of a slide take, in order; a label takes none. */
function takenBy({ items }: SlidePicture): readonly Taken[] {
  let body = indexes.body - 1
  return items.flatMap((item): readonly Taken[] => {
    if (item.kind !== 'text') return []
    switch (item.role) {
      case 'title':
        return [{ item, place: { type: 'title' } }]
      case 'body':
        body += 1
        return [{ item, place: { idx: body } }]
      case 'foot':
        return [{ item, place: { type: 'ftr', idx: indexes.foot } }]
      case 'folio':
        return [{ item, place: { type: 'sldNum', idx: indexes.folio } }]
      case 'label':
        return []
      default:
        return item.role satisfies never
    }
  })
}

/** The places of a layout: those of the slide that takes the most. */
function fullest(slides: readonly SlidePicture[]): readonly Taken[] {
  const [first = [], ...others] = slides.map(takenBy)
  return others.reduce((most, taken) => (taken.length > most.length ? taken : most), first)
}

const names: Readonly<Record<TextItem['role'], string>> = {
  title: 'Đầu đề',
  body: 'Nội dung',
  label: 'Phần',
  foot: 'Nguồn',
  folio: 'Số trang',
}

/** Names the items of a slide, numbered where several share a name. */
function namer(): (item: Item) => string {
  const counts = new Map<string, number>()
  return (item) => {
    const kind =
      item.kind === 'text' ? names[item.role] : item.label === undefined ? 'Vạch' : 'Hình'
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count > 1 ? `${kind} ${count}` : kind
  }
}

function slideXml(slide: SlidePicture, setting: Setting, ground: Xml | undefined): Xml {
  const name = namer()
  const places = new Map<Item, Taken['place']>(
    takenBy(slide).map(({ item, place }) => [item, place]),
  )
  const stepped: Stepped[] = []
  let last = 1
  const ids = () => {
    last += 1
    return last
  }
  const shapes = slide.items.map((item) => {
    const kind = item.kind === 'text' ? 'text' : item.shapes.length > 1 ? 'group' : 'shape'
    if (item.step > 0) stepped.push({ id: last + 1, step: item.step, kind })
    return item.kind === 'text'
      ? textXml(item, ids(), name(item), setting, places.get(item))
      : drawingXml(item, name(item), ids, setting)
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

/** An identifier that depends on nothing but its seed, in the upper case that PowerPoint wants. */
function guid(seed: string): string {
  let hash = 2_166_136_261
  const words = [0, 1, 2, 3].map((turn) => {
    for (const letter of seed + turn)
      hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0
    return hash.toString(16).padStart(8, '0')
  })
  const hex = words.join('').toUpperCase()
  return `{${hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.*)$/, '$1-$2-4$3-8$4-$5')}}`
}

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
            ({ name, ids }) => xml`
              <p14:section name="${name}" id="${guid(name)}">
                <p14:sldIdLst>${ids.map((id) => xml`<p14:sldId id="${id}"/>`)}</p14:sldIdLst>
              </p14:section>`,
          )}
        </p14:sectionLst>
      </p:ext>
    </p:extLst>`
}

/** Black on white, for pages of notes, which are printed. */
const paper: DeckPicture['colours'] = {
  text: { hex: '000000' },
  ground: { hex: 'FFFFFF' },
  quiet: { hex: '404040' },
  structure: { hex: 'BFBFBF' },
  accent: { hex: '7A1212' },
  field: { hex: '7F7F7F' },
}

/**
 * Makes a presentation that PowerPoint opens and its owner can change. The speaker's has the notes,
 * and hidden slides as hidden ones.
 */
export async function presentationOf(
  { slides: all, colours }: DeckPicture,
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
  file.link('', 'officeDocument', main)
  const masterId = file.link(main, 'slideMaster', master)

  const layouts = [...new Set(slides.map(({ layout }) => layout))]
  const layoutAt = (layout: string) =>
    `ppt/slideLayouts/slideLayout${layouts.indexOf(layout) + 1}.xml`
  const layoutIds = layouts.map((layout) => {
    const those = slides.filter((slide) => slide.layout === layout)
    const name = `Như trang “${those[0]?.title}”`
    file.put(layoutAt(layout), `${types}.slideLayout`, layoutXml(name, fullest(those)))
    file.link(layoutAt(layout), 'slideMaster', master)
    return file.link(master, 'slideLayout', layoutAt(layout))
  })
  file.put(master, `${types}.slideMaster`, masterXml(slides.flatMap(takenBy), layoutIds))
  file.link(master, 'theme', themeAt(1))
  file.put(themeAt(1), themeType, themeXml('Báo cáo viên', colours))
  file.link(main, 'theme', themeAt(1))
  const notesId = speaker ? file.link(main, 'notesMaster', notesMaster) : undefined
  if (speaker) {
    file.put(notesMaster, `${types}.notesMaster`, notesMasterXml)
    file.link(notesMaster, 'theme', themeAt(2))
    file.put(themeAt(2), themeType, themeXml('Trang ghi chú', paper))
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
    file.put(path, `${types}.slide`, slideXml(slide, { colour, jump }, ground))
    if (speaker) {
      const notes = `ppt/notesSlides/notesSlide${at + 1}.xml`
      const lines = slide.notes.length > 0 ? slide.notes : [{ text: '' }]
      file.put(notes, `${types}.notesSlide`, notesXml(lines.map(noteXml)))
      file.link(path, 'notesSlide', notes)
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
