import { median, short } from '../statistics.ts'
import { figuresOf, type Measure, ratiosOf, type Trial } from './results.ts'

/** A goal, the figure reached, and whether it is met; no figure if that part was not run. */
export interface Verdict {
  readonly goal: string
  readonly figure?: string
  readonly met?: boolean
}

interface Goal {
  readonly goal: string
  readonly measure: Measure
  readonly most: number
  /**
   * A ratio to socket.io's figure of the same round, a figure by itself, or the worst of all
   * rounds.
   */
  readonly as: 'ratio' | 'figure' | 'every round'
}

const everybody: readonly Goal[] = [
  { goal: 'không mất trạng thái cuối', measure: 'lost', most: 0, as: 'every round' },
  { goal: 'người vào có ngay trạng thái', measure: 'unaware', most: 0, as: 'every round' },
  { goal: 'người trở lại có trạng thái', measure: 'back unaware', most: 0, as: 'every round' },
]

/** For `large` numbers of viewers and more. */
const strict: readonly Goal[] = [
  { goal: 'CPU mỗi lần đổi trang', measure: 'cpu', most: 0.65, as: 'ratio' },
  { goal: 'đến khi mọi người đã nhận', measure: 'all', most: 0.75, as: 'ratio' },
  { goal: 'p99', measure: 'p99', most: 0.65, as: 'ratio' },
  { goal: 'bộ nhớ mỗi người xem', measure: 'memory', most: 0.8, as: 'ratio' },
  { goal: 'bị giết, đến khi mọi người trở lại', measure: 'back', most: 0.5, as: 'ratio' },
  { goal: 'vòng sự kiện đứng lâu nhất, ms', measure: 'stall', most: 50, as: 'figure' },
]

const mild: readonly Goal[] = [
  { goal: 'CPU mỗi lần đổi trang', measure: 'cpu', most: 1, as: 'ratio' },
]

/** The number of viewers from which the relay has to be much better than socket.io. */
const large = 5000

function verdict(trials: readonly Trial[], viewers: number, goal: Goal): Verdict {
  const { measure, most, as } = goal
  const bound = most === 0 ? '' : as === 'ratio' ? `: ≤ ${most} × socket.io` : `: ≤ ${most}`
  const name = `${viewers} người: ${goal.goal}${bound}`
  const figures =
    as === 'ratio'
      ? ratiosOf(trials, viewers, measure)
      : figuresOf(trials, viewers, measure, 'ours')
  if (figures.length === 0) return { goal: name }
  const figure = as === 'every round' ? Math.max(...figures) : median(figures)
  const shown = as === 'ratio' ? `${figure.toFixed(2)} ×` : short(figure)
  return { goal: name, figure: most === 0 ? `thiếu ${shown}` : shown, met: figure <= most }
}

/** Judges a run by the goals: medians, and ratios round by round. */
export const judge = (trials: readonly Trial[], sizes: readonly number[]): readonly Verdict[] =>
  sizes.flatMap((viewers) =>
    [...everybody, ...(viewers >= large ? strict : mild)].map((goal) =>
      verdict(trials, viewers, goal),
    ),
  )
