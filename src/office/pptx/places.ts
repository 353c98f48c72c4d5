import { type Box, type Item, type Role, type Run, slideWidth, type TextItem } from '../picture.ts'
import { textBox } from './text.ts'

/** A place of the slide's layout that a text takes. */
export interface Placeholder {
  readonly type: 'title' | 'body' | 'ftr' | 'sldNum'
  readonly idx?: number
  readonly name: string
}

/** What each text of a slide is called, and the place that it takes, if any. */
export const texts = {
  title: { type: 'title', name: 'Đầu đề' },
  // Each has an index of its own.
  body: { type: 'body', name: 'Nội dung' },
  foot: { type: 'ftr', idx: 3, name: 'Nguồn' },
  folio: { type: 'sldNum', idx: 4, name: 'Số trang' },
  label: { name: 'Tên phần' },
} as const satisfies Readonly<Record<Role, Placeholder | { readonly name: string }>>

export type Look = Omit<Run, 'text'>

/** A place of a layout: where it lies, and the look of its letters; the master's if absent. */
export interface Place {
  readonly holder: Placeholder
  readonly box: Box
  readonly look?: Look | undefined
}

/** The index of the first body on every layout; further ones have those after it. */
const firstBody = 10

/** The placeholders that the texts of a slide take, in order; a label takes none. */
export function holdersOf(items: readonly Item[]): ReadonlyMap<TextItem, Placeholder> {
  const holders = new Map<TextItem, Placeholder>()
  let idx = firstBody
  for (const item of items) {
    if (item.kind !== 'text' || item.role === 'label') continue
    const holder = texts[item.role]
    holders.set(item, item.role === 'body' ? { ...holder, idx: idx++ } : holder)
  }
  return holders
}

/** The look of most letters of a text. */
function lookOf({ paragraphs }: TextItem): Look | undefined {
  const runs = paragraphs.flatMap(({ lines }) => lines.flat())
  const most = Math.max(...runs.map(({ text }) => text.length))
  return runs.find(({ text }) => text.length === most)
}

/** The places of a layout that is made after a slide. */
export const placesOf = (items: readonly Item[]): readonly Place[] =>
  [...holdersOf(items)].map(([item, holder]) => ({
    holder,
    box: textBox(item),
    look: lookOf(item),
  }))

/** The least height of the text of a slide that a speaker adds, in pixels of the slide. */
const leastText = 200

/**
 * The places of a slide that a speaker adds: the title where most slides have it that leave room for
 * a text, one text from there down to the foot, the page number and the foot.
 */
export function usualPlaces(slides: readonly (readonly Place[])[]): readonly Place[] {
  const of = (type: Placeholder['type']) =>
    slides.flat().filter(({ holder }) => holder.type === type)
  const foot = of('ftr').slice(0, 1)
  const end = (foot[0]?.box.y ?? 660) - 24
  const below = ({ y, h }: Box) => y + h + 24
  // A slide of nothing but a title has it in the middle.
  const titles = of('title')
    .map(({ box }) => box)
    .filter((box) => end - below(box) >= leastText)
  const sharing = ({ x, y }: Box) =>
    titles.filter((one) => Math.hypot(one.x - x, one.y - y) < 1).length
  const [title = { x: 65, y: 120, w: 1150, h: 60 }] = titles.sort((a, b) => sharing(b) - sharing(a))
  const y = below(title)
  const h = end - y
  return [
    { holder: texts.title, box: title },
    {
      holder: { ...texts.body, idx: firstBody },
      box: { x: title.x, y, w: slideWidth - 2 * title.x, h },
    },
    ...of('sldNum').slice(0, 1),
    ...foot,
  ]
}
