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

/** The rail of the slide at an index in the running order, from 0. */
export function railOf(runningOrder: RunningOrder, index: number): RailMarks {
  const names = [...new Set(runningOrder.map(({ part }) => part).filter(Boolean))]
  const { part } = slideAt(runningOrder, index)
  const ahead = runningOrder.slice(index).some((slide) => slide.part)
  const now = part ? names.indexOf(part) : ahead ? -1 : names.length
  const slides = runningOrder.filter((slide) => slide.part === part).length
  const within = index - runningOrder.findIndex((slide) => slide.part === part)
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
