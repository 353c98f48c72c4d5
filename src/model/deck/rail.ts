import { type RunningOrder, slideAt } from './running-order.ts'

/** Whether a stretch of the programme lies behind, is shown now, or is still to come. */
export type State = 'done' | 'now' | 'ahead'

/** The programme with the place of one slide marked. */
export interface RailMarks {
  /** What a reader who does not see it hears: «Phần 3 trên 6: Kết quả, trang 1 trên 3». */
  readonly label: string
  /** The names of the parts, in running order. */
  readonly names: readonly string[]
  /**
   * The bars of each state as one path, a hundred units wide, drawn with a broad pen: each part
   * whole, but for the present one, which is split into its slides.
   */
  readonly bars: Readonly<Record<State, string>>
  /** Index of the present part; -1 before the first, their number after the last. */
  readonly now: number
}

/** What parts two parts, and two slides of one, in per cent of the rail. */
const gap = { parts: 1.565, slides: 0.469 } as const

/** More pieces than this would be too short to tell apart: several slides share one. */
const most = 20

const stateOf = (index: number, now: number): State =>
  index < now ? 'done' : index === now ? 'now' : 'ahead'

const rounded = (value: number): number => Number(value.toFixed(2))

/** The rail of the slide at a place in the running order, counted from 0. */
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
