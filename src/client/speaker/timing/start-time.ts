import { timeOfDay } from '../../../model/talk/duration.ts'
import { nextMoment } from '../../../model/talk/time-of-day.ts'
import type { Session } from '../../session/session.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { element, setText } from '../../ui/dom.ts'

const minute = 60_000

/** A time further away than this was meant for today and has passed, in ms. */
const farthest = 12 * 60 * minute

/**
 * The waiting slide: shows it at once and asks when the talk begins. Returns the command; `show` is
 * the deck's own.
 */
export function startTime(session: Session, show: () => void): () => void {
  const dialog = element('#waiting')
  const form = element<HTMLFormElement>('form', dialog)
  const field = element<HTMLInputElement>('input', form)
  const meaning = element('.meaning', form)
  const set = (starts: number | undefined) => {
    session.show({ screen: 'waiting', starts })
    openDialog('waiting').close()
  }
  const refuse = (text: string) => {
    setText(meaning, text)
    field.toggleAttribute('aria-invalid', text !== '')
    if (text) field.focus()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const now = Date.now()
    const starts = nextMoment(field.value, now)
    if (starts === undefined) refuse('Nhập giờ và phút, ví dụ 8:00.')
    else if (starts - now > farthest)
      refuse(`Giờ ấy đã qua: bây giờ là ${timeOfDay(new Date(now))}.`)
    else set(starts)
  })
  form.addEventListener('input', () => refuse(''))
  for (const button of form.querySelectorAll<HTMLElement>('[data-minutes]')) {
    button.addEventListener('click', () => {
      // To the minute, as it is shown.
      const starts = Date.now() + Number(button.dataset.minutes) * minute
      set(Math.round(starts / minute) * minute)
    })
  }
  element('.no-time', form).addEventListener('click', () => set(undefined))
  return () => {
    show()
    const { starts } = session.view
    field.value = starts ? timeOfDay(new Date(starts)) : ''
    refuse('')
    openDialog('waiting')
    field.focus()
  }
}
