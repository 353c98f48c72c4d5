import { commands } from '../../../model/talk/command.ts'
import { clock, inWords, remaining, timeOfDay } from '../../../model/talk/duration.ts'
import {
  account,
  hasBegun,
  longestGap,
  pause,
  reset,
  run,
  settle,
  type Talk,
  total,
} from '../../../model/talk/talk.ts'
import type { TimeLimit } from '../../../model/talk/time-limit.ts'
import {
  inWholeSeconds,
  type Pace,
  type Planned,
  paceOf,
  planOf,
  type Warning,
  warningOf,
} from '../../../model/timing/pace.ts'
import type { Session } from '../../session/session.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { element, make, setText } from '../../ui/dom.ts'
import type { Shown } from '../../version/apply.ts'

/** How often the time spent is stored, in ms; the display is updated every second. */
const keeping = 5000

/** One clock at the top. */
interface Figure {
  readonly name: string
  readonly value: string
  /** Whether it says that the time is over. */
  readonly over?: boolean
  /** Whether its label says that the time is nearly over. */
  readonly near?: boolean
  /** Its label, if that changes; the name of a part and what is in brackets stay on one line. */
  readonly label?: string
}

/** Sets a label, unless it stands there: every second it would be laid out again. */
function setLabel(place: HTMLElement, label: string): void {
  if (place.textContent === label) return
  const pieces = label.split(/(“[^”]*”|\([^)]*\))/)
  place.replaceChildren(
    ...pieces.map((piece, at) => (at % 2 === 0 ? piece : make('span', { className: 'nb' }, piece))),
  )
}

/** Sets the clocks. Of those that are over time, the first is marked: one alarm at a time. */
function fill(figures: readonly Figure[]): void {
  const alarm = figures.find(({ over }) => over)
  for (const figure of figures) {
    const place = element(`[data-time="${figure.name}"]`)
    setText(element('dd', place), figure.value)
    place.classList.toggle('over', figure === alarm)
    place.classList.toggle('near', figure.near === true)
    if (figure.label) setLabel(element('dt', place), figure.label)
  }
}

/** What the largest clock counts down: the speaker's own time, or else that of the plan. */
function labelOf(pace: Pace, limit: TimeLimit | undefined): string {
  const all = pace.questions.planned > 0 ? 'cả hỏi đáp' : 'cả buổi'
  if (limit && 'until' in limit) return `Còn lại đến ${timeOfDay(new Date(limit.until))} (${all})`
  return pace.limit
    ? `Còn lại, ${all} (${inWords(pace.limit.planned, true)})`
    : `Còn lại, trình bày (${inWords(pace.planned, true)})`
}

function show(pace: Pace, now: number, label: string, warning: Warning | undefined): void {
  const { spent, left, limit = pace, part, rest, questions } = pace
  const isOver = (left: number) => left <= -1000
  const isNear = warning !== undefined && warning.since > 0
  fill([
    {
      name: 'left',
      value: remaining(limit.left),
      over: isOver(limit.left),
      near: isNear,
      label: isNear ? warning.words : label,
    },
    { name: 'rest', value: inWords(rest, true), over: rest > left },
    {
      name: 'part',
      value: part ? remaining(part.left) : '–',
      over: part !== undefined && isOver(part.left),
      label: part
        ? `Còn lại, phần “${part.name}” (${inWords(part.planned, true)})`
        : 'Còn lại, phần này',
    },
    ...(questions.planned > 0
      ? [
          {
            name: 'questions',
            value: remaining(questions.left),
            over: isOver(questions.left),
            label: `Hỏi đáp (${inWords(questions.planned, true)})`,
          },
        ]
      : []),
    { name: 'spent', value: clock(spent) },
    { name: 'now', value: timeOfDay(new Date(now)) },
    { name: 'end', value: timeOfDay(new Date(now + rest + Math.max(questions.left, 0))) },
  ])
}

/** What is planned beside the slides: by the version that is shown, or else as the page says. */
export function plannedIn({ questions, isLimited = false }: Shown): Planned {
  // Absent where the deck plans none.
  const place = document.querySelector<HTMLElement>('[data-time="questions"]')
  const seconds = questions ?? Number(place?.dataset.minutes ?? 0) * 60
  return { questions: seconds * 1000, isLimited }
}

/**
 * Shows each slide's times in the contents, as planned, of this run and of the one before, and their
 * sums.
 */
function showTimes({ runningOrder, talk, counted }: Session, planned: Planned): void {
  const plan = inWholeSeconds(planOf(runningOrder, counted, planned))
  const runs = { planned: plan.slides, now: talk.spent, before: talk.before }
  const show = (row: HTMLElement, name: string, time = 0) =>
    setText(element(`[data-time="${name}"]`, row), time > 0 ? clock(time) : '–')
  const contents = element('#contents')
  // By row, because searching the whole table for each would take a second in a long deck.
  for (const row of contents.querySelectorAll<HTMLElement>('[data-row]')) {
    const { row: id = '' } = row.dataset
    for (const [name, times] of Object.entries(runs)) show(row, name, times[id])
  }
  const sums = element('.sum', contents)
  for (const [name, times] of Object.entries(runs)) show(sums, name, total(times))
  if (plan.questions > 0) show(element('.asked', contents), 'planned', plan.questions)
}

/** Counts the time of each slide when it is left; the first move, or the start, starts the clock. */
export function timeMoves(session: Session): void {
  session.timeBy(({ slide, started }) => {
    const { view, talk } = session
    if (view.slide === slide && (started || !view.started)) return
    if (!talk.running && hasBegun(talk)) return
    const now = Date.now()
    return (talk) =>
      talk.running ? account(talk, slide, now) : hasBegun(talk) ? talk : run(talk, now)
  })
}

/** Returns a function that announces each warning once, but none that was due from the beginning. */
function warnings(place: HTMLElement): (warning: Warning | undefined) => void {
  let last: number | undefined
  return (warning) => {
    const since = warning?.since ?? Number.POSITIVE_INFINITY
    if (warning && last !== undefined && since < last) place.textContent = warning.words
    last = since
  }
}

/**
 * The clock of the talk: it starts with the talk, runs until paused, and asks before it is reset.
 * Returns the two commands.
 */
export function talkClock(
  session: Session,
  planned: Planned,
): { pause: () => void; reset: () => void } {
  const button = element('[data-command="pause"]')
  const skipped = element('.skipped')
  const warn = warnings(element('.time-left'))

  const draw = () => {
    const now = Date.now()
    const { talk, view } = session
    const counted = account(talk, view.slide, now)
    const pace = paceOf(session.runningOrder, counted, view.slide, planned)
    const counts = hasBegun(talk) || (talk.limit && 'until' in talk.limit)
    const warning = counts ? warningOf(pace) : undefined
    show(pace, now, labelOf(pace, talk.limit), warning)
    warn(warning)
    button.textContent = talk.running
      ? 'Tạm dừng'
      : hasBegun(talk)
        ? 'Tiếp tục'
        : commands.pause.label
    skipped.hidden = talk.skipped === 0
    const gap = inWords(talk.skipped)
    element('span', skipped).textContent =
      `Đồng hồ không tính ${gap} (máy ngủ, đổi giờ hoặc màn hình này đóng). Cộng vào thời gian đã nói?`
  }
  let last = Date.now()
  const tick = () => {
    const now = Date.now()
    const { talk, view } = session
    const jumped = now < last || now - last > longestGap
    if (talk.running && (jumped || now - talk.at >= keeping)) {
      const { slide } = view
      const then = last
      // Counts the time before a sleep or a clock change first.
      const before = (talk: Talk) => (jumped && then > talk.at ? account(talk, slide, then) : talk)
      session.keepTime((talk) => account(before(talk), slide, now))
    } else {
      draw()
    }
    last = now
  }
  setInterval(tick, 1000)

  timeMoves(session)
  session.onChange(() => {
    draw()
    showTimes(session, planned)
  })
  const settled = (counted: boolean) => () =>
    session.keepTime((talk) => settle(talk, session.view.slide, counted))
  element('.count', skipped).addEventListener('click', settled(true))
  element('.drop', skipped).addEventListener('click', settled(false))

  const dialog = element<HTMLDialogElement>('#resetting')
  const resetTo = (first: boolean) => () => {
    dialog.close()
    if (first) session.restart()
    else {
      const now = Date.now()
      session.keepTime((talk) => reset(talk, now))
    }
  }
  element('.reset', dialog).addEventListener('click', resetTo(false))
  element('.restart', dialog).addEventListener('click', resetTo(true))
  if (Date.now() - session.talk.at > longestGap) tick()
  draw()
  showTimes(session, planned)
  return {
    pause() {
      const { slide } = session.view
      const { running } = session.talk
      const now = Date.now()
      session.keepTime((talk) =>
        running ? pause(talk, slide, now) : run(account(talk, slide, now), now),
      )
    },
    reset: () => openDialog('resetting'),
  }
}
