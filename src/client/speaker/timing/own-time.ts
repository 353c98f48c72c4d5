import { decimal } from '../../../model/decimal.ts'
import { clock, timeOfDay } from '../../../model/talk/duration.ts'
import { setLimit, type Talk, total } from '../../../model/talk/talk.ts'
import type { TimeLimit } from '../../../model/talk/time-limit.ts'
import { inWholeSeconds, type Planned, planOf } from '../../../model/timing/pace.ts'
import { minutesLimit, type TypedLimit, untilLimit } from '../../../model/timing/typed-limit.ts'
import type { Session } from '../../session/session.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { element, setText } from '../../ui/dom.ts'

/** Reads the fields of limits by their names. */
const readers: Readonly<Record<string, (text: string, now: number) => TypedLimit>> = {
  minutes: minutesLimit,
  until: untilLimit,
}

/** What a field shows for a limit; empty if the limit is of the other kind. */
const shownIn = (name: string, limit: TimeLimit | undefined): string => {
  if (limit && 'minutes' in limit) return name === 'minutes' ? decimal(limit.minutes) : ''
  return limit && name === 'until' ? timeOfDay(new Date(limit.until)) : ''
}

/** The dialog in which speakers say how much time they have; returns the command that opens it. */
export function ownTime(session: Session, planned: Planned): () => void {
  const dialog = element('#own-time')
  const form = element<HTMLFormElement>('form', dialog)
  const meaning = element('.meaning', form)
  const radio = (name: string) => element<HTMLInputElement>(`[value="${name}"]`, form)
  const field = (name: string) => element<HTMLInputElement>(`[name="${name}"]`, form)
  const names = Object.keys(readers)
  const chosen = () => names.find((name) => radio(name).checked)

  /** The talk as it would be with a limit, counted up to now. */
  const talkWith = (limit: TimeLimit | undefined): Talk => setLimit(session.counted, limit)
  /** How a limit is shared out, or the plan: «20:00 (trình bày 14:55, hỏi đáp 5:05)». */
  const wordsOf = (limit: TimeLimit | undefined): string => {
    const talk = talkWith(limit)
    const spent = total(talk.spent)
    const plan = inWholeSeconds(planOf(session.runningOrder, talk, planned))
    const slides = total(plan.slides)
    const { questions } = plan
    const shares = [
      limit && 'until' in limit && spent > 0 && `đã nói ${clock(spent)}`,
      questions > 0 && `trình bày ${clock(slides)}, hỏi đáp ${clock(questions)}`,
    ].filter(Boolean)
    const whole = clock(slides + questions)
    return shares.length > 0 ? `${whole} (${shares.join('; ')})` : whole
  }
  const read = (): TypedLimit | undefined => {
    const name = chosen()
    return name ? readers[name]?.(field(name).value, Date.now()) : undefined
  }
  const explain = () => {
    const typed = read()
    for (const name of names) field(name).removeAttribute('aria-invalid')
    meaning.classList.remove('refused')
    const isLimit = typed && 'limit' in typed
    setText(meaning, isLimit ? `Cả buổi ${wordsOf(typed.limit)}, các phần giữ nguyên tỷ lệ.` : '')
  }
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && names.includes(target.name)) {
      radio(target.name).checked = true
    }
    explain()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = read()
    if (typed && 'refused' in typed) {
      setText(meaning, typed.refused)
      meaning.classList.add('refused')
      const wrong = field(chosen() ?? '')
      wrong.setAttribute('aria-invalid', 'true')
      wrong.focus()
      return
    }
    session.keepTime((talk) => setLimit(talk, typed?.limit))
    openDialog('own-time').close()
  })
  return () => {
    const { limit } = session.talk
    setText(
      element('.plan', form),
      `${planned.isLimited ? 'Theo bản riêng' : 'Theo bộ trang chiếu'}: ${wordsOf(undefined)}`,
    )
    radio('plan').checked = true
    for (const name of names) {
      field(name).value = shownIn(name, limit)
      if (field(name).value) radio(name).checked = true
    }
    explain()
    openDialog('own-time')
    const first = chosen()
    ;(first ? field(first) : radio('plan')).focus()
  }
}
