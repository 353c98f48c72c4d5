import { type Box, type Item, type Run, slideWidth, type TextItem } from '../picture.ts'
import { textBox } from './text.ts'

/** A place of the slide's layout that a text takes. */
export interface Placeholder {
  readonly type: 'title' | 'body' | 'ftr' | 'sldNum'
  readonly idx?: number
}

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
    if (item.role === 'title') holders.set(item, { type: 'title' })
    else if (item.role === 'foot') holders.set(item, { type: 'ftr', idx: 3 })
    else if (item.role === 'folio') holders.set(item, { type: 'sldNum', idx: 4 })
    else {
      holders.set(item, { type: 'body', idx })
      idx += 1
    }
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

/**
 * The places of a slide that a speaker adds: the title where most slides have it, one text from
 * there down to the foot, the page number and the foot.
 */
export function usualPlaces(slides: readonly (readonly Place[])[]): readonly Place[] {
  const of = (type: Placeholder['type']) =>
    slides.flat().filter(({ holder }) => holder.type === type)
  const titles = of('title').map(({ box }) => box)
  const sharing = ({ x, y }: Box) =>
    titles.filter((one) => Math.hypot(one.x - x, one.y - y) < 1).length
  const [title = { x: 65, y: 120, w: 1150, h: 60 }] = titles.sort((a, b) => sharing(b) - sharing(a))
  const foot = of('ftr').slice(0, 1)
  const y = title.y + title.h + 24
  const h = (foot[0]?.box.y ?? 660) - 24 - y
  return [
    { holder: { type: 'title' }, box: title },
    {
      holder: { type: 'body', idx: firstBody },
      box: { x: title.x, y, w: slideWidth - 2 * title.x, h },
    },
    ...of('sldNum').slice(0, 1),
    ...foot,
  ]
}
