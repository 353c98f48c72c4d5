import { strFromU8, unzipSync } from 'fflate'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plain = (xml: string): string =>
  xml.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')

const attributeIn = (xml: string, name: string): string | undefined => {
  const [, value] = new RegExp(`^<[^>]*? ${name}="([^"]*)"`).exec(xml) ?? []
  return value === undefined ? undefined : plain(value)
}

/** The texts of an Office file by path. */
export const partsOf = (file: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))

/** The relationships of a part: id, kind, and the path that it leads to. */
export function linksOf(parts: ReadonlyMap<string, string>, path: string) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const xml = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? ''
  return [...xml.matchAll(/<Relationship [^>]*>/g)].map(([link]) => ({
    id: attributeIn(link, 'Id') ?? '',
    kind: (attributeIn(link, 'Type') ?? '').replace(/.*\//, ''),
    path: new URL(attributeIn(link, 'Target') ?? '', `file:///${path}`).pathname.slice(1),
  }))
}

/** The lines of some paragraphs of a drawing. */
const linesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)].flatMap(([paragraph]) =>
    paragraph
      .split(/<a:br>.*?<\/a:br>/s)
      .map((line) =>
        plain([...line.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('')).trim(),
      ),
  )

/** A shape, or a group of them, as it stands on its slide. */
export interface ReadShape {
  readonly id: string
  readonly name: string
  readonly label: string | undefined
  /** The kind of its placeholder; «body» if it names none. Undefined without a placeholder. */
  readonly place: string | undefined
  readonly lines: readonly string[]
  /** In pixels of a slide 1280 px wide. */
  readonly box: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>
}

/** A slide as it was read back. */
export interface ReadSlide {
  readonly id: string
  readonly title: string
  readonly hidden: boolean
  readonly shapes: readonly ReadShape[]
  /** The ids of the slides that it links to. */
  readonly jumps: readonly string[]
  /** The ids of the shapes that appear at each key press. */
  readonly steps: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly xml: string
}

function shapeIn(xml: string): ReadShape {
  const name = /<p:cNvPr [^>]*>/.exec(xml)?.[0] ?? ''
  const place = /<p:ph[^>]*>/.exec(xml)?.[0]
  const number = (pattern: RegExp, at: number) => Number(pattern.exec(xml)?.[at] ?? 0) / 9525
  const off = /<a:off x="(-?\d+)" y="(-?\d+)"/
  const ext = /<a:ext cx="(-?\d+)" cy="(-?\d+)"/
  return {
    id: attributeIn(name, 'id') ?? '',
    name: attributeIn(name, 'name') ?? '',
    label: attributeIn(name, 'descr'),
    place: place && (attributeIn(place, 'type') ?? 'body'),
    lines: linesIn(xml).filter(Boolean),
    box: { x: number(off, 1), y: number(off, 2), w: number(ext, 1), h: number(ext, 2) },
  }
}

/** Reads a presentation back: its slides in order, and its sections with the ids of their slides. */
export function readPresentation(file: Uint8Array) {
  const parts = partsOf(file)
  const main = 'ppt/presentation.xml'
  const xml = parts.get(main) ?? ''
  const links = linksOf(parts, main)
  const numbered = [...xml.matchAll(/<p:sldId id="(\d+)" r:id="(rId\d+)"\/>/g)].map(
    ([, number = '', id]) => ({ number, path: links.find((link) => link.id === id)?.path ?? '' }),
  )
  const idAt = (path: string) =>
    attributeIn(/<p:cSld[^>]*>/.exec(parts.get(path) ?? '')?.[0] ?? '', 'name') ?? ''
  const slides = numbered.map(({ path }): ReadSlide => {
    const slide = parts.get(path) ?? ''
    const own = linksOf(parts, path)
    const notes = own.find(({ kind }) => kind === 'notesSlide')?.path
    const [tree = '', timing = ''] = slide.split('<p:timing>')
    // Groups first: the shapes of a group are not shapes of the slide.
    const shapes = [...tree.matchAll(/<p:grpSp>.*?<\/p:grpSp>|<p:sp>.*?<\/p:sp>/gs)].map(
      ([shape]) => shapeIn(shape),
    )
    const jumps = [...tree.matchAll(/<a:hlinkClick r:id="(rId\d+)"/g)].map(
      ([, id]) => own.find((link) => link.id === id)?.path ?? '',
    )
    return {
      id: idAt(path),
      title: shapes.find(({ place }) => place === 'title')?.lines.join(' ') ?? '',
      hidden: /<p:sld [^>]* show="0"/.test(slide),
      shapes,
      jumps: jumps.map(idAt),
      steps: timing
        .split('nodeType="clickEffect"')
        .slice(1)
        .map((press) => [...press.matchAll(/<p:spTgt spid="(\d+)"/g)].map(([, id = '']) => id)),
      notes: notes === undefined ? [] : linesIn(parts.get(notes) ?? '').filter(Boolean),
      xml: slide,
    }
  })
  const sections = [
    ...xml.matchAll(/<p14:section name="([^"]*)" id="([^"]*)">(.*?)<\/p14:section>/gs),
  ].map(([, name = '', guid = '', list = '']) => ({
    name: plain(name),
    guid,
    slides: [...list.matchAll(/id="(\d+)"/g)].map(
      ([, id]) => slides[numbered.findIndex(({ number }) => number === id)]?.id,
    ),
  }))
  return { parts, slides, sections }
}

/** Reads a document back: the text of each paragraph, and the id of its style. */
export function readDocument(file: Uint8Array) {
  const parts = partsOf(file)
  const xml = parts.get('word/document.xml') ?? ''
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
    text: plain([...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('')),
  }))
  return { parts, paragraphs }
}

/** What Office is known to repair in a file, each as a sentence; none in a sound one. */
export function faultsIn(file: Uint8Array): readonly string[] {
  const parts = partsOf(file)
  const faults: string[] = []
  const types = parts.get('[Content_Types].xml') ?? ''
  const declared = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path = '']) => path)
  const kept = [...parts.keys()].filter((path) => path !== '[Content_Types].xml')
  const owners = kept.flatMap((path) => {
    const [, folder, name] = /^(.*?)_rels\/(.*)\.rels$/.exec(path) ?? []
    return folder === undefined ? [] : [`${folder}${name}`]
  })
  const linked = owners.flatMap((owner) => linksOf(parts, owner).map(({ path }) => path))
  for (const path of declared) if (!parts.has(path)) faults.push(`${path} is declared only`)
  for (const path of linked) if (!parts.has(path)) faults.push(`${path} is linked only`)
  for (const path of kept.filter((one) => !one.endsWith('.rels'))) {
    if (!declared.includes(path)) faults.push(`${path} has no type`)
    if (!linked.includes(path)) faults.push(`${path} is not linked`)
  }
  for (const [path, xml] of parts) {
    const own = linksOf(parts, path).map(({ id }) => id)
    for (const [, id = ''] of xml.matchAll(/ r:(?:id|embed)="([^"]*)"/g)) {
      if (!own.includes(id)) faults.push(`${path} names ${id}, which leads nowhere`)
    }
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    if (new Set(ids).size < ids.length) faults.push(`${path} has two shapes of one id`)
    for (const [shape] of xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)) {
      if (!/<p:txBody>|type="sldImg"/.test(shape)) faults.push(`${path} has a shape without text`)
    }
    if (/<a:ext cx="-|" cy="-|<a:chExt cx="-/.test(xml))
      faults.push(`${path} has a negative extent`)
    if (/\{[0-9A-F-]*[a-f][0-9A-Fa-f-]*\}/.test(xml)) faults.push(`${path} has an id in lower case`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
      faults.push(`${path} has a control character`)
    if (/<p:bgPr>(?:(?!<\/p:bgPr>).)*<\/p:bgPr>/s.exec(xml)?.[0].includes('effectLst') === false) {
      faults.push(`${path} has a ground without effects`)
    }
    for (const [, name = ''] of xml.matchAll(/<w:name w:val="([^"]*)"/g)) {
      if (name.includes(',')) faults.push(`${path} has a style with a comma in its name`)
    }
  }
  const masters = kept.filter((path) => /[mM]aster\d+\.xml$/.test(path))
  const themes = masters.flatMap((path) =>
    linksOf(parts, path).flatMap(({ kind, path }) => (kind === 'theme' ? [path] : [])),
  )
  if (new Set(themes).size < masters.length) faults.push('two masters share a theme')
  const main = parts.get('ppt/presentation.xml') ?? ''
  if (/notesMasterIdLst/.test(main) && !/<\/p:sldMasterIdLst><p:notesMasterIdLst>/.test(main)) {
    faults.push('the notes master is not named after the slide master')
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    if (view.getUint16(at + 8, true) !== 8) faults.push('an entry is stored, not deflated')
    at +=
      30 +
      view.getUint16(at + 26, true) +
      view.getUint16(at + 28, true) +
      view.getUint32(at + 18, true)
  }
  return faults
}
