import { type RunningOrder, slideAt } from './running-order.ts'

/** Whether a part of the programme is over, is shown now, or is still to come. */
export type State = 'done' | 'now' | 'ahead'

/** The data of the rail: the programme with the place of one slide. */
export interface RailMarks {
  /** The text for screen readers: «Phần 3 trên 6: Kết quả, trang 1 trên 3». */
  readonly label: string
  /** The names of the parts, in running order. */
  readonly names: readonly string[]
  /**
   * The bars of each state as the data of one SVG path, 100 units wide, to be drawn with a stroke.
   * Each part is one bar, except the current one, which has a bar for each slide.
   */
  readonly bars: Readonly<Record<State, string>>
  /**
   * The index of the current part; -1 before the first part, the number of parts after the last.
   */
  readonly now: number
}

/** The space between the bars of two parts, and of two slides in a part, in units. */
const gap = { parts: 1.565, slides: 0.469 } as const

/**
 * The most bars for one part: more would be too short to tell apart, so several slides share one.
 */
const most = 20

const stateOf = (index: number, now: number): State =>
  index < now ? 'done' : index === now ? 'now' : 'ahead'

const rounded = (value: number): number => Number(value.toFixed(2))

/** Where each part begins in a running order, and how many slides it has, by its name. */
type Parts = ReadonlyMap<string, { readonly first: number; readonly slides: number }>

const partsOf = new WeakMap<RunningOrder, Parts>()

function partsIn(runningOrder: RunningOrder): Parts {
  const parts = new Map<string, { first: number; slides: number }>()
  runningOrder.forEach(({ part }, at) => {
    const { first, slides } = parts.get(part) ?? { first: at, slides: 0 }
    parts.set(part, { first, slides: slides + 1 })
  })
  // Cached, because the rail of every slide needs it.
  partsOf.set(runningOrder, parts)
  return parts
}

/** The rail of the slide at an index in the running order, from 0. */
export function railOf(runningOrder: RunningOrder, index: number): RailMarks {
  const parts = partsOf.get(runningOrder) ?? partsIn(runningOrder)
  const names = [...parts.keys()].filter(Boolean)
  const { part } = slideAt(runningOrder, index)
  const { first = 0, slides = 0 } = parts.get(part) ?? {}
  const isBefore = () => runningOrder.slice(index).some((slide) => slide.part)
  const now = part ? names.indexOf(part) : isBefore() ? -1 : names.length
  const within = index - first
  const whole = (100 - gap.parts * (names.length - 1)) / names.length
  const bars = { done: '', now: '', ahead: '' }
  names.forEach((_, at) => {
    const count = at === now ? Math.min(slides, most) : 1
    const width = (whole - gap.slides * (count - 1)) / count
    for (let piece = 0; piece < count; piece += 1) {
      const x = at * (whole + gap.parts) + piece * (width + gap.slides)
      const state =
        at === now ? stateOf(piece, Math.floor((within * count) / slides)) : stateOf(at, now)
      bars[state] += `M${rounded(x)} .8h${rounded(width)}`
    }
  })
  const place = `Phần ${now + 1} trên ${names.length}: ${part}`
  const page = slides > 1 ? `, trang ${within + 1} trên ${slides}` : ''
  const label = part ? place + page : now < 0 ? 'Trước phần 1' : 'Sau phần cuối'
  return { label, names, bars, now }
}
