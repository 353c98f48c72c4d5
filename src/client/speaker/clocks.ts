import { commands } from '../../model/talk/command.ts'
import { clock, inWords, remaining, timeOfDay } from '../../model/talk/duration.ts'
import {
  account,
  hasBegun,
  longestGap,
  type Pace,
  paceOf,
  pause,
  reset,
  run,
  settle,
  type Talk,
  total,
} from '../../model/talk/talk.ts'
import type { Session } from '../session/session.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'

/** How often the time spent is stored, in ms; the display is updated every second. */
const keeping = 5000

/** Sets one figure at the top: its value, whether it is over time, and its label. */
function fill(name: string, value: string, over = false, label?: string): void {
  const place = element(`[data-time="${name}"]`)
  element('dd', place).textContent = value
  place.classList.toggle('over', over)
  if (label) element('dt', place).textContent = label
}

function show({ spent, planned, left, part, rest, questions }: Pace, now: number): void {
  fill('now', timeOfDay(new Date(now)))
  fill('spent', clock(spent))
  fill('left', remaining(left), left <= -1000, `Còn lại, trình bày (${inWords(planned, true)})`)
  fill(
    'part',
    part ? remaining(part.left) : '–',
    part !== undefined && part.left <= -1000,
    part ? `Còn lại, phần “${part.name}” (${inWords(part.planned, true)})` : 'Còn lại, phần này',
  )
  fill('rest', inWords(rest, true), rest > left)
  if (questions.planned > 0) {
    const words = `Hỏi đáp (${inWords(questions.planned, true)})`
    fill('questions', remaining(questions.left), questions.left <= -1000, words)
  }
  fill('end', timeOfDay(new Date(now + rest + Math.max(questions.left, 0))))
}

/** Shows each slide's times in the contents, of this run and the one before, and their sums. */
function showTimes(session: Session): void {
  const { spent, before } = session.talk
  for (const [name, times] of Object.entries({ now: spent, before })) {
    const show = (row: string, time = 0) => {
      element(`#contents ${row} [data-time="${name}"]`).textContent = time > 0 ? clock(time) : '–'
    }
    for (const { id } of session.runningOrder) show(`[data-row="${id}"]`, times[id])
    show('.sum', total(times))
  }
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

/**
 * The clock of the talk: it starts with the talk, runs until paused, and asks before it is reset.
 * Returns the two commands.
 */
export function talkClock(session: Session): { pause: () => void; reset: () => void } {
  const button = element('[data-command="pause"]')
  const skipped = element('.skipped')
  // Absent where the deck plans none.
  const place = document.querySelector<HTMLElement>('[data-time="questions"]')
  const questions = Number(place?.dataset.minutes ?? 0) * 60_000

  const draw = () => {
    const now = Date.now()
    const { talk, view } = session
    const counted = account(talk, view.slide, now)
    show(paceOf(session.runningOrder, counted, view.slide, questions), now)
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
    showTimes(session)
  })
  const settled = (counted: boolean) => () =>
    session.keepTime((talk) => settle(talk, session.view.slide, counted))
  element('.count', skipped).addEventListener('click', settled(true))
  element('.drop', skipped).addEventListener('click', settled(false))

  const dialog = element<HTMLDialogElement>('#resetting')
  const resetTo = (first: boolean) => () => {
    dialog.close()
    if (first) session.restart()
    else session.keepTime(reset)
  }
  element('.reset', dialog).addEventListener('click', resetTo(false))
  element('.restart', dialog).addEventListener('click', resetTo(true))
  if (Date.now() - session.talk.at > longestGap) tick()
  draw()
  showTimes(session)
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
