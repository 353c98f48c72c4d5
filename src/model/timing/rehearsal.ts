import { type RunningOrder, slideAt } from '../deck/running-order.ts'
import { freshTalk, type Times } from '../talk/talk.ts'
import { talkMinutes } from '../talk-length.ts'
import { type Planned, planOf, spentOnQuestions } from './pace.ts'

/** Planned seconds are whole steps of so many, and one at least. */
const step = 5

/** A slide that was passed over faster was not rehearsed, in ms. */
const glance = 2000

/**
 * The seconds that slides took in a rehearsal, rounded, to plan them so. Slides that were not shown
 * are left out, and so is the time for questions on the last one.
 */
export function rehearsedSeconds(
  runningOrder: RunningOrder,
  spent: Times,
  planned: Planned,
): Readonly<Record<string, number>> {
  const plan = planOf(runningOrder, freshTalk, planned)
  const asked = spentOnQuestions(runningOrder, spent, plan)
  const last = slideAt(runningOrder, runningOrder.length - 1)
  const times = runningOrder.flatMap(({ id }) => {
    const time = (spent[id] ?? 0) - (id === last.id ? asked : 0)
    const seconds = Math.max(Math.round(time / 1000 / step) * step, step)
    return time < glance ? [] : [[id, Math.min(seconds, talkMinutes.most * 60)] as const]
  })
  return Object.fromEntries(times)
}
