import { beforeAll, describe, expect, test } from 'vitest'
import { officeFile } from '../../../src/office/office.ts'
import type {
  DeckPicture,
  Item,
  Paragraph,
  SlidePicture,
  TextItem,
} from '../../../src/office/picture.ts'
import { type Place, usualPlaces } from '../../../src/office/pptx/places.ts'
import { fitting, textBox } from '../../../src/office/pptx/text.ts'
import { paletteOf } from '../../../src/office/pptx/theme.ts'
import { faultsIn, readPresentation } from '../../support/office.ts'

const ink = { hex: '1F1A17' }
const colours: DeckPicture['colours'] = {
  text: ink,
  ground: { hex: 'FFFDF7' },
  quiet: { hex: '5A4A42' },
  structure: { hex: 'C9BCAB' },
  accent: { hex: '7A1212' },
  field: { hex: '857367' },
}

const paragraph = (first: number, size: number, ...lines: readonly string[]): Paragraph => ({
  lines: lines.map((text) => [{ text, size, serif: false, bold: false, colour: ink }]),
  pitch: 1.4 * size,
  first,
  last: first + (lines.length - 1) * 1.4 * size,
  left: 60,
  hang: 0,
  align: 'l',
})

const text = (role: TextItem['role'], ...paragraphs: readonly Paragraph[]): TextItem => ({
  kind: 'text',
  role,
  step: 0,
  box: { x: 60, y: 100, w: 600, h: 40 },
  paragraphs,
})

const bar: Item = {
  kind: 'shape',
  role: 'body',
  step: 0,
  box: { x: 60, y: 90, w: 600, h: 6 },
  shapes: [{ boxes: [{ x: 60, y: 90, w: 600, h: 6 }], fill: colours.structure }],
}

const slide = (id: string, more: Partial<SlidePicture> = {}): SlidePicture => ({
  id,
  layout: 'points',
  title: `Đầu đề ${id}`,
  part: '',
  hidden: false,
  ground: colours.ground,
  items: [
    text('title', paragraph(140, 50, 'Đầu đề', id)),
    bar,
    text('body', paragraph(220, 36, 'Một ý & “hai”')),
    text('folio', paragraph(680, 18, '1')),
  ],
  notes: [{ text: `Nói ${id}` }, { label: 'Nhắc', text: 'chậm lại' }],
  ...more,
})

const steps: readonly Item[] = [
  { ...text('body', paragraph(220, 36, 'Hai')), step: 2 },
  { ...bar, step: 1, label: 'Một chấm', shapes: [...bar.shapes, ...bar.shapes] },
  { ...bar, step: 1 },
  { ...text('foot', paragraph(300, 20, 'Theo bài')), to: 'a' },
]

const picture: DeckPicture = {
  colours,
  otherAccent: { hex: 'F4D58D' },
  slides: [
    slide('a'),
    slide('b', { part: 'Kết quả', hidden: true }),
    slide('c', { part: 'Kết quả', items: [...slide('c').items, ...steps], ground: colours.accent }),
    slide('d', { notes: [] }),
  ],
}

const naming = { title: 'Hội nghị', description: 'Thử' }
const make = (file: 'slides' | 'speaker') => officeFile(file, { picture, outline: [] }, naming)

let bytes: Readonly<Record<'slides' | 'speaker', Uint8Array>>
let read: Readonly<Record<'slides' | 'speaker', ReturnType<typeof readPresentation>>>

beforeAll(async () => {
  bytes = { slides: await make('slides'), speaker: await make('speaker') }
  read = { slides: readPresentation(bytes.slides), speaker: readPresentation(bytes.speaker) }
})

describe.for(['slides', 'speaker'] as const)('the presentation of the %s', (name) => {
  test('has nothing that Office is known to repair', () => {
    expect(faultsIn(bytes[name])).toEqual([])
  })

  test('is the same, byte by byte, when it is made again', async () => {
    expect(await make(name)).toEqual(bytes[name])
  })

  test('has the parts without which Keynote refuses a file', () => {
    for (const kind of ['presProps', 'viewProps', 'tableStyles'])
      expect(read[name].parts.has(`ppt/${kind}.xml`), kind).toBe(true)
  })

  test('has a title on every slide, its hand-set lines as lines', () => {
    for (const { id, title, shapes } of read[name].slides) {
      expect(title).toBe(`Đầu đề ${id}`)
      expect(shapes[0]).toMatchObject({ name: 'Đầu đề', place: 'title', lines: ['Đầu đề', id] })
    }
  })
})

test('hidden slides are hidden ones in the speaker’s file, and not in that of the audience', () => {
  const ids = (file: 'slides' | 'speaker') =>
    read[file].slides.map(({ id, hidden }) => [id, hidden])
  expect(ids('slides')).toEqual([
    ['a', false],
    ['c', false],
    ['d', false],
  ])
  expect(ids('speaker')).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', false],
  ])
})

test('the parts are sections, between the opening and what follows', () => {
  expect(read.speaker.sections.map(({ name, slides }) => [name, slides])).toEqual([
    ['Mở đầu', ['a']],
    ['Kết quả', ['b', 'c']],
    ['Kết thúc', ['d']],
  ])
})

test('only the speaker’s file has notes, each label before its words', () => {
  expect(read.speaker.slides.map(({ notes }) => notes)).toEqual([
    ['Nói a', 'Nhắc: chậm lại'],
    ['Nói b', 'Nhắc: chậm lại'],
    ['Nói c', 'Nhắc: chậm lại'],
    [],
  ])
  for (const [path, xml] of read.slides.parts) {
    expect(path).not.toMatch(/notes/i)
    expect(xml).not.toMatch(/Nói|chậm lại|notes(?!Sz)/)
  }
})

test('what appears together appears at one key press, in the order of the steps', () => {
  const { shapes, steps } = read.slides.slides[1] ?? { shapes: [], steps: [] }
  const names = steps.map((ids) => ids.map((id) => shapes.find((shape) => shape.id === id)?.name))
  expect(names).toEqual([['Hình', 'Vạch 2'], ['Nội dung 2']])
})

test('a drawing has its label; decoration says that it is one', () => {
  const shapes = read.slides.slides[1]?.shapes ?? []
  expect(shapes.filter(({ label }) => label).map(({ label }) => label)).toEqual(['Một chấm'])
  expect(read.slides.slides[1]?.xml.match(/adec:decorative/g)).toHaveLength(2)
})

test('a link is one of the whole text, in the colour of the text', () => {
  const { jumps, xml } = read.slides.slides[1] ?? { jumps: [], xml: '' }
  expect(jumps).toEqual(['a'])
  expect(xml).toMatch(/<p:cNvPr id="\d+" name="Nguồn"><a:hlinkClick /)
})

test('colours are those of the scheme, and a ground of its own is the slide’s', () => {
  for (const { xml, id } of read.slides.slides) {
    expect(xml).not.toContain('srgbClr')
    expect(xml.includes('<p:bg>')).toBe(id === 'c')
  }
})

describe('the scheme', () => {
  const dark: DeckPicture = {
    ...picture,
    colours: { ...colours, text: { hex: 'FFF8E7' }, ground: { hex: '330A0A' } },
  }
  const slotsOf = (parts: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      [
        ...(parts.get('ppt/theme/theme1.xml') ?? '').matchAll(
          /<a:((?:dk|lt)\d)><a:srgbClr val="(\w+)"/g,
        ),
      ].map(([, slot, hex]) => [slot, hex]),
    )
  const mapOf = (parts: ReadonlyMap<string, string>) =>
    /bg1="\w+" tx1="\w+" bg2="\w+" tx2="\w+"/.exec(
      parts.get('ppt/slideMasters/slideMaster1.xml') ?? '',
    )?.[0]

  test('has text, ground and both accents where the map turns them over', () => {
    const { parts } = read.slides
    expect(slotsOf(parts)).toEqual({ dk1: '1F1A17', lt1: 'FFFDF7', dk2: '7A1212', lt2: 'F4D58D' })
    expect(mapOf(parts)).toBe('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"')
  })

  test('of a dark deck has the dark slots for its ground, and the map turned over', async () => {
    const file = await officeFile('speaker', { picture: dark, outline: [] }, naming)
    expect(faultsIn(file)).toEqual([])
    const { parts } = readPresentation(file)
    expect(slotsOf(parts)).toMatchObject({ dk1: '330A0A', lt1: 'FFF8E7' })
    expect(mapOf(parts)).toBe('bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')
    expect(parts.get('ppt/notesMasters/notesMaster1.xml')).toContain('bg1="lt1" tx1="dk1"')
  })

  test('names quiet text as a tone of the text, which is turned over with it', () => {
    const tone = paletteOf(colours)(colours.quiet).xml
    expect(tone).toMatch(/schemeClr val="tx1"><a:satMod val="\d+"\/><a:lumMod val="80000"\/>/)
    expect(paletteOf(colours)(colours.accent).xml).toContain('val="tx2"')
  })
})

test('the first layout has a title, one text, page number and foot; the others are a slide’s', () => {
  const layouts = [...read.slides.parts].filter(([path]) => /slideLayout\d+\.xml$/.test(path))
  const found = layouts.map(([, xml]) => ({
    name: /cSld name="([^"]*)"/.exec(xml)?.[1],
    places: [...xml.matchAll(/<p:ph type="(\w+)"/g)].map(([, type]) => type),
  }))
  expect(found).toEqual([
    { name: 'Đầu đề và nội dung', places: ['title', 'body', 'sldNum', 'ftr'] },
    { name: 'Như trang “Đầu đề a”', places: ['title', 'body', 'sldNum', 'body', 'ftr'] },
  ])
})

describe('a text', () => {
  test('is parted where its lines stand closer than one box can hold them', () => {
    const giant = text(
      'title',
      paragraph(100, 50, 'Gần'),
      paragraph(330, 288, '300'),
      paragraph(390, 36, 'điểm', 'cầu'),
    )
    expect(fitting(giant).map(({ role, paragraphs }) => [role, paragraphs.length])).toEqual([
      ['title', 2],
      ['body', 1],
    ])
    const usual = text('body', paragraph(100, 36, 'một', 'hai'), paragraph(210, 36, 'ba'))
    expect(fitting(usual)).toEqual([usual])
  })

  test('of one giant line stands on the foot of its box, where programs agree', () => {
    const box = textBox(text('body', paragraph(300, 200, '8')))
    expect(box.y + box.h).toBeCloseTo(300 + 0.22 * 200)
  })
})

describe('the places of a slide that a speaker adds', () => {
  const title = (y: number): Place => ({
    holder: { type: 'title', name: 'Đầu đề' },
    box: { x: 65, y, w: 1150, h: 70 },
  })
  const boxesOf = (...slides: readonly Place[]) =>
    usualPlaces(slides.map((place) => [place])).map(({ box }) => box)

  test('have the title where most slides have it, and the text from there to the foot', () => {
    const [first, text] = boxesOf(title(130), title(110), title(130))
    expect(first?.y).toBe(130)
    expect(text).toMatchObject({ y: 224, h: 412 })
  })

  test('leave room for the text where most slides are nothing but a title', () => {
    const [first, text] = boxesOf(title(600), title(130), title(600))
    expect(first?.y).toBe(130)
    expect(text?.h).toBe(412)
    const [other, below] = boxesOf(title(600))
    expect(other?.y).toBeLessThan(200)
    expect(below?.h).toBeGreaterThan(200)
  })
})
