import { apportion } from '../apportion.ts'
import { type RunningOrder, type SlideInfo, slideAt } from '../deck/running-order.ts'
import { type Talk, type Times, total } from '../talk/talk.ts'

/** What the deck, with the private version, plans beside its slides. */
export interface Planned {
  /** Time for questions after the last slide, in ms. Without any, its time is all the talk's. */
  readonly questions: number
  /** Set if the private version says how long all may take: then the plan is a limit as well. */
  readonly isLimited?: boolean
}

/** The plan of a talk, in ms. */
export interface Plan {
  readonly slides: Times
  readonly questions: number
  /**
   * The time for everything, questions included, if the speaker has set one. Negative where a talk
   * that has not begun is late for its end.
   */
  readonly limit?: number
}

/**
 * The limit of a talk counted up to `talk.at`, in ms. Until a moment of the day that is what was
 * spent and what is left until then, whenever the clock was started and however often it stood.
 */
function limitOf({ limit, spent, at }: Talk): number | undefined {
  if (!limit) return undefined
  return Math.round('minutes' in limit ? limit.minutes * 60_000 : total(spent) + limit.until - at)
}

const sumOf = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0)

/**
 * The plan of the slides in the running order and of the questions. If the talk has a limit, every
 * slide and the questions keep their share of it.
 */
export function planOf(runningOrder: RunningOrder, talk: Talk, planned: Planned): Plan {
  const { questions, isLimited = false } = planned
  const times = [...runningOrder.map(({ seconds }) => seconds * 1000), questions]
  const limit = limitOf(talk) ?? (isLimited ? sumOf(times) : undefined)
  const shares = limit === undefined ? times : apportion(times, Math.max(limit, 0))
  return {
    slides: Object.fromEntries(runningOrder.map(({ id }, at) => [id, shares[at] ?? 0])),
    questions: shares.at(-1) ?? 0,
    ...(limit !== undefined && { limit }),
  }
}

/** A plan of whole seconds, in ms, which add up as clocks show them. */
export function inWholeSeconds(plan: Plan): Plan {
  const ids = Object.keys(plan.slides)
  const times = [...Object.values(plan.slides), plan.questions]
  const seconds = apportion(times, Math.floor(sumOf(times) / 1000))
  return {
    ...plan,
    slides: Object.fromEntries(ids.map((id, at) => [id, (seconds[at] ?? 0) * 1000])),
    questions: (seconds.at(-1) ?? 0) * 1000,
  }
}

/** The time for the slides of a plan, without that for questions. */
const plannedTalk = ({ slides, questions, limit }: Plan): number =>
  limit === undefined ? total(slides) : limit - questions

/**
 * What of the time spent went into questions: that of the last slide beyond its own, if a time for
 * questions is planned.
 */
export function spentOnQuestions(runningOrder: RunningOrder, spent: Times, plan: Plan): number {
  const { id } = slideAt(runningOrder, runningOrder.length - 1)
  const over = Math.max((spent[id] ?? 0) - (plan.slides[id] ?? 0), 0)
  return plan.questions > 0 ? over : 0
}

/** How a talk stands against its plan. All in ms; `left` is negative when over time. */
export interface Pace {
  /** All that was counted, questions included. */
  readonly spent: number
  /** The plan for the slides, and what is left of it. */
  readonly planned: number
  readonly left: number
  /** The same for everything, questions included, if the speaker has set a limit. */
  readonly limit?: { readonly planned: number; readonly left: number }
  /** The current part; absent where the slide belongs to no part. */
  readonly part?: { readonly name: string; readonly planned: number; readonly left: number }
  /** What the plan gives to the slides that follow and to what is left of the current one. */
  readonly rest: number
  /** The time for questions: that of the last slide once its own is over. */
  readonly questions: { readonly planned: number; readonly left: number }
}

/** Compares a talk, counted up to now, with its plan. */
export function paceOf(
  runningOrder: RunningOrder,
  talk: Talk,
  slide: string,
  { questions: planned, ...others }: Planned,
): Pace {
  const plan = planOf(runningOrder, talk, { questions: planned, ...others })
  const plannedOf = (slides: readonly SlideInfo[]) =>
    sumOf(slides.map(({ id }) => plan.slides[id] ?? 0))
  const index = runningOrder.findIndex(({ id }) => id === slide)
  const info = runningOrder[index]
  const spent = total(talk.spent)
  const unspent = info ? Math.max(plannedOf([info]) - (talk.spent[slide] ?? 0), 0) : 0
  const asked = spentOnQuestions(runningOrder, talk.spent, plan)
  const { questions, limit } = plan
  const pace = {
    spent,
    planned: plannedTalk(plan),
    left: plannedTalk(plan) - (spent - asked),
    ...(limit !== undefined && { limit: { planned: limit, left: limit - spent } }),
    rest: unspent + plannedOf(runningOrder.slice(index + 1)),
    questions: { planned: questions, left: questions - asked },
  }
  if (!info?.part) return pace
  const slides = runningOrder.filter(({ part }) => part === info.part)
  const used = sumOf(slides.map(({ id }) => talk.spent[id] ?? 0))
  const whole = plannedOf(slides)
  return { ...pace, part: { name: info.part, planned: whole, left: whole - used } }
}

/** The minutes before the end of the limit at which a warning begins; 0 when the time is over. */
const warnings = [0, 1, 5] as const

/** A warning that the end of the limit is near, or has come. */
export interface Warning {
  /** At which minute before the end it began. */
  readonly since: (typeof warnings)[number]
  readonly words: string
}

/**
 * The warning that is due, if any; there is none without a limit. Below it stands a clock that shows
 * 1:26, so that the words give a number of minutes alone only if it is exact.
 */
export function warningOf({ limit }: Pace): Warning | undefined {
  if (!limit) return undefined
  const seconds = Math.max(Math.ceil(limit.left / 1000), 0)
  const minutes = Math.ceil(seconds / 60)
  const since = warnings.find((warning) => minutes <= warning)
  if (since === undefined) return undefined
  if (minutes === 0) return { since, words: 'Hết giờ' }
  return { since, words: `Còn ${seconds % 60 > 0 ? 'chưa đầy ' : ''}${minutes} phút` }
}
