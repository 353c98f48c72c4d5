import type { Measure, Name, Results } from './results.ts'
import { median, short } from './statistics.ts'

/** A goal, the figure reached, and whether it is met; no figure if that part was not run. */
export interface Verdict {
  readonly goal: string
  readonly figure?: string
  readonly met?: boolean
}

/** The deck as it is, or the one of a thousand slides. */
type Length = 'short' | 'long'

interface Goal {
  readonly goal: string
  readonly measure: Measure
  readonly length?: Length
  /** The greatest ratio to the other figure, or the greatest figure if `against` is 'nothing'. */
  readonly most: number
  /** The figure to compare with; by default the better rival's figure of the same measure. */
  readonly against?: { name?: Name; measure?: Measure; length?: Length } | 'nothing'
}

const goals: readonly Goal[] = [
  { goal: 'tải lần đầu, cả ba phông, kB', measure: 'bytes', most: 90, against: 'nothing' },
  {
    goal: 'mạng chậm, nét vẽ đầu so với Marp',
    measure: 'fcp slow',
    most: 0.9,
    against: { name: 'marp' },
  },
  {
    goal: 'mạng chậm, nét vẽ lớn nhất so với reveal.js viết tay',
    measure: 'lcp slow',
    most: 0.7,
    against: { name: 'starter' },
  },
  { goal: 'mạng nhanh, phím đầu có tác dụng', measure: 'key fast', most: 0.9 },
  { goal: 'mạng chậm, phím đầu có tác dụng', measure: 'key slow', most: 0.9 },
  { goal: 'mạng chậm, sẵn sàng', measure: 'ready slow', most: 0.8 },
  {
    goal: 'mạng nhanh, luồng chính bị chặn so với reveal.js viết tay',
    measure: 'blocking fast',
    most: 1,
    against: { name: 'starter' },
  },
  {
    goal: 'mạng chậm, luồng chính bị chặn so với reveal.js viết tay',
    measure: 'blocking slow',
    most: 1,
    against: { name: 'starter' },
  },
  { goal: 'từ phím đến trang đã vẽ, p95', measure: 'key p95', most: 0.8 },
  { goal: '1000 trang, mạng chậm, sẵn sàng', measure: 'ready slow', length: 'long', most: 0.5 },
  {
    goal: '1000 trang, nét vẽ đầu so với bộ thật',
    measure: 'fcp slow',
    length: 'long',
    most: 1.2,
    against: { name: 'ours', length: 'short' },
  },
  {
    goal: '1000 trang, lật trang p50 so với bộ thật',
    measure: 'key p50',
    length: 'long',
    most: 1.5,
    against: { name: 'ours', length: 'short' },
  },
  {
    goal: 'dựng mọi trang sau khi sửa một trang so với reveal.js viết tay',
    measure: 'build',
    most: 2,
    against: { name: 'starter' },
  },
  {
    goal: 'dựng 1000 trang so với reveal.js viết tay',
    measure: 'build',
    length: 'long',
    most: 2,
    against: { name: 'starter' },
  },
  { goal: 'mở bộ đã dựng, s', measure: 'start', most: 0.8, against: 'nothing' },
  {
    goal: 'lệnh PDF ra mọi tệp so với một tệp của Marp',
    measure: 'pdf all',
    most: 1,
    against: { name: 'marp', measure: 'pdf shared' },
  },
  {
    goal: 'lệnh PDF 1000 trang so với Marp',
    measure: 'pdf shared',
    length: 'long',
    most: 1,
    against: { name: 'marp' },
  },
  { goal: 'tệp PDF, kB', measure: 'pdf size', most: 150, against: 'nothing' },
]

/** Judges the medians of a run by the goals. */
export function judge(results: Results, sizes: readonly number[]): readonly Verdict[] {
  const lengths = {
    short: sizes.find((size) => size < 50) ?? 0,
    long: sizes.find((size) => size >= 1000) ?? 0,
  }
  const figure = (measure: Measure, length: Length, names: readonly Name[]) => {
    const figures = names
      .map((name) => results.of(lengths[length], measure, name))
      .filter(({ length }) => length > 0)
      .map(median)
    return figures.length > 0 ? Math.min(...figures) : undefined
  }
  return goals.map(({ goal, measure, length = 'short', most, against = {} }) => {
    const own = figure(measure, length, ['ours'])
    if (against === 'nothing') {
      const name = `${goal}: ≤ ${most}`
      return own === undefined
        ? { goal: name }
        : { goal: name, figure: short(own), met: own <= most }
    }
    const rivals: readonly Name[] = against.name ? [against.name] : ['starter', 'marp']
    const base = figure(against.measure ?? measure, against.length ?? length, rivals)
    const name = `${goal}: ≤ ${most} ×`
    if (own === undefined || base === undefined) return { goal: name }
    const figures = `${short(own)} : ${short(base)}`
    const reached = base > 0 ? `${(own / base).toFixed(2)} × (${figures})` : figures
    return { goal: name, figure: reached, met: own <= most * base }
  })
}
