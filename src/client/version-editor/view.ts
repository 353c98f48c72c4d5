import { secondsInWords } from '../../model/talk/duration.ts'
import { minutesLimit } from '../../model/timing/typed-limit.ts'
import { type Arrangement, shortLimit } from '../../model/version/arrange.ts'
import { type OwnField, remarksOn, takenIn } from '../../model/version/fit.ts'
import { original, type Version } from '../../model/version/version.ts'
import { limits } from '../../model/version/version-content.ts'
import { isSame } from '../../model/version/version-file.ts'
import { element, setText } from '../ui/dom.ts'
import { type Field, keptIn, slideMinutes } from './fields.ts'

/**
 * The part of each field's text that the version contains, for the fields that were filled from it
 * or typed in.
 */
let known = new WeakMap<Field, string>()

/** Forgets what was typed, so that another version fills all fields. */
export const forget = (): void => {
  known = new WeakMap()
}

/**
 * Sets a field's value, unless somebody is typing in it, or it shows a longer text of which the version
 * contains this part. The caret of a window that is not used may stand in a field that was changed in
 * another window: what is typed there next would bring back the text before.
 */
function fill(field: Field, value: string): void {
  const isTyped = field === document.activeElement && document.hasFocus()
  if (isTyped || known.get(field) === value) return
  known.set(field, value)
  if (field.value !== value) field.value = value
}

const remarksIn = (field: Field): readonly string[] => {
  if (field.name === 'total') {
    const typed = minutesLimit(field.value)
    return field.value.trim() && 'refused' in typed ? [typed.refused] : []
  }
  // All other fields contain text.
  if (field.name !== 'minutes') return remarksOn(field.name as OwnField, field.value)
  if (!field.value.trim() || slideMinutes(field.value) !== undefined) return []
  const planned = secondsInWords((slideMinutes(known.get(field) ?? '') ?? 0) * 60)
  return [`Nhập từ 0,5 đến ${limits.minutes} phút, tròn nửa phút. Đang tính ${planned}.`]
}

/** Shows beside a field how much of the slide its text fills, and what of the text is not shown. */
function drawRoom(field: Field): void {
  const room = field.closest('label')?.nextElementSibling
  if (!room?.matches('.room')) return
  const taken = element('.taken', room)
  const board = element('.remarks', room)
  // All other fields contain text.
  const words = /^(minutes|total)$/.test(field.name)
    ? ''
    : takenIn(field.name as OwnField, field.value)
  const remarks = remarksIn(field)
  setText(taken, words)
  taken.hidden = !words
  room.classList.toggle('over', remarks.length > 0)
  // Unchanged remarks must not be read out again.
  if (remarks.join('\n') === [...board.children].map((line) => line.textContent).join('\n')) return
  board.replaceChildren(
    ...remarks.map((remark) => {
      const line = document.createElement('p')
      line.textContent = remark
      return line
    }),
  )
}

/** Updates the remarks beside a field after somebody has typed in it. */
export function wrote(field: Field, version: Version, id: string): void {
  known.set(field, keptIn(version, id, field.name))
  drawRoom(field)
}

/** The review card that contains a slide. Throws if there is none. */
export const cardOf = (slide: HTMLElement): HTMLElement => {
  const card = slide.closest<HTMLElement>('.card')
  if (!card) throw new Error(`The slide ${slide.id} has no card.`)
  return card
}

/** The id of the slide whose card contains an element; empty if none does. */
export const idOf = (target: Element): string =>
  target.closest('.card')?.querySelector('section')?.id ?? ''

/** Fills the fields of a card, or of the panel, from a version, and updates the remarks beside them. */
export function fillFields(version: Version, within: Element): void {
  for (const field of within.querySelectorAll<Field>(':is(.edit, .version-editor) [name]')) {
    if (field.name === 'running') {
      // Only the radio buttons for the running order have this name.
      const choice = field as HTMLInputElement
      choice.checked = choice.value === version.running
      continue
    }
    const id = idOf(field)
    fill(field, keptIn(version, id, field.name))
    drawRoom(field)
  }
}

/** Shows a version's summary and its texts in the panel. */
export function drawVersion(version: Version, arrangement: Arrangement): void {
  const { shown, hidden, seconds, questions } = arrangement
  const { minutes, seconds: planned } = version.plan
  // Who says how long everything takes is not held to the length of the short running order.
  const over = version.running === 'short' && !minutes ? seconds - shortLimit * 60 : 0
  const rehearsed = Object.keys(planned).length
  const summary = [
    isSame(version, original) && 'Đây là bản gốc.',
    hidden.size > 0 && `Đang ẩn ${hidden.size} trang.`,
    `Sẽ chiếu ${shown.length} trang, dự kiến ${secondsInWords(seconds)}.`,
    questions > 0 && `Hỏi đáp ${secondsInWords(questions)}.`,
    rehearsed > 0 && `Thời lượng ${rehearsed} trang theo buổi tập.`,
    over > 0 && `Vượt ${shortLimit} phút: thừa ${secondsInWords(over)}.`,
  ]
  const panel = element('.version-editor')
  setText(element('.summary', panel), summary.filter(Boolean).join(' '))
  fillFields(version, panel)
}
