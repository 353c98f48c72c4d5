import { apportion } from '../apportion.ts'
import { groupsOf } from '../deck/groups.ts'
import type { RunningOrder, SlideInfo } from '../deck/running-order.ts'
import { type Talk, total } from '../talk/talk.ts'
import { type Planned, planOf, spentOnQuestions } from './pace.ts'

/** How long a part of a talk was to take and took, in this run and in the one before. */
export interface TimesRow {
  readonly name: string
  /** Whole seconds, like the others. */
  readonly planned: number
  readonly now: number
  readonly before: number
}

/** The columns of times, in the order in which they are shown. */
const columns = ['planned', 'now', 'before'] as const

/** The times of a talk: its parts in order, then everything together. */
export interface TimesTable {
  readonly rows: readonly TimesRow[]
  readonly sum: TimesRow
}

/**
 * The times of a talk by part, with what is before and after the parts, the questions, and the
 * slides that were shown but are hidden now, as far as there are any. The rows add up to the sum as
 * they are shown, to the second.
 */
export function timesTable(runningOrder: RunningOrder, talk: Talk, planned: Planned): TimesTable {
  const plan = planOf(runningOrder, talk, planned)
  const { opening, parts, closing } = groupsOf(runningOrder)
  const inColumn = (column: (typeof columns)[number]): readonly (readonly [string, number])[] => {
    const times = { planned: plan.slides, now: talk.spent, before: talk.before }[column]
    const timeOf = (slides: readonly SlideInfo[]) =>
      slides.reduce((sum, { id }) => sum + (times[id] ?? 0), 0)
    const isPlan = column === 'planned'
    // Counted for the last slide, which is on the screen meanwhile.
    const asked = isPlan ? 0 : spentOnQuestions(runningOrder, times, plan)
    return [
      ['Mở đầu', timeOf(opening)],
      ...parts.map(({ name, slides }) => [name, timeOf(slides)] as const),
      ['Kết thúc', timeOf(closing) - asked],
      ['Hỏi đáp', isPlan ? plan.questions : asked],
      ['Trang đã ẩn', total(times) - timeOf(runningOrder)],
    ]
  }
  const seconds = columns.map((column) => {
    const times = inColumn(column).map(([, time]) => time)
    const whole = times.reduce((sum, time) => sum + time, 0)
    return apportion(times, Math.floor(whole / 1000))
  })
  const rowOf = (name: string, [planned = 0, now = 0, before = 0]: readonly number[]) => ({
    name,
    planned,
    now,
    before,
  })
  const rows = inColumn('planned').map(([name], at) =>
    rowOf(
      name,
      seconds.map((times) => times[at] ?? 0),
    ),
  )
  return {
    rows: rows.filter(({ planned, now, before }) => planned + now + before > 0),
    sum: rowOf(
      'Cả buổi',
      seconds.map((times) => times.reduce((sum, time) => sum + time, 0)),
    ),
  }
}
