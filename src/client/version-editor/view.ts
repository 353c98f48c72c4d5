import { minutesInWords } from '../../model/talk/duration.ts'
import { type OwnField, remarksOn, takenIn } from '../../model/version/fit.ts'
import {
  type Arrangement,
  noteOf,
  original,
  shortLimit,
  type Version,
} from '../../model/version/version.ts'
import { isSame, limits } from '../../model/version/version-file.ts'
import { element, setText } from '../ui/dom.ts'

/** What a speaker writes in. */
export type Field = HTMLInputElement | HTMLTextAreaElement

/** What of each field's words the version keeps, as far as the field was written from there or into. */
let known = new WeakMap<Field, string>()

/** Another version takes the place of the one that was written: no field has anything of it left. */
export const forget = (): void => {
  known = new WeakMap()
}

/** Writes a value into a field, unless somebody is writing there, or wrote more than is kept. */
function fill(field: Field, value: string): void {
  if (field === document.activeElement || known.get(field) === value) return
  known.set(field, value)
  if (field.value !== value) field.value = value
}

/** The words of a field that a version keeps; `id` is the slide that the field stands beside. */
function keptIn(version: Version, id: string, name: string): string {
  const own = version.own.find((one) => one.id === id)
  switch (name) {
    case 'note':
      return noteOf(version, id)
    case 'title':
      return own?.title ?? ''
    case 'points':
      return own?.points.join('\n') ?? ''
    case 'minutes':
      return String(own?.minutes ?? '')
    default:
      // The other fields are those of the cover.
      return version.cover[name as keyof Version['cover']]
  }
}

const remarksIn = (field: Field): readonly string[] => {
  // All other fields hold words.
  if (field.name !== 'minutes') return remarksOn(field.name as OwnField, field.value)
  if (field.validity.valid) return []
  const planned = minutesInWords(Number(known.get(field)))
  return [`Từ 0,5 đến ${limits.minutes} phút, tròn nửa phút. Đang tính ${planned}.`]
}

/** Says beside a field how much room its words take, and what of them is not shown. */
function drawRoom(field: Field): void {
  const room = field.closest('label')?.nextElementSibling
  if (!room?.matches('.room')) return
  const taken = element('.taken', room)
  const board = element('.remarks', room)
  // All other fields hold words.
  const words = field.name === 'minutes' ? '' : takenIn(field.name as OwnField, field.value)
  const remarks = remarksIn(field)
  setText(taken, words)
  taken.hidden = !words
  room.classList.toggle('over', remarks.length > 0)
  // What is the same is not read out again.
  if (remarks.join('\n') === [...board.children].map((line) => line.textContent).join('\n')) return
  board.replaceChildren(
    ...remarks.map((remark) => {
      const line = document.createElement('p')
      line.textContent = remark
      return line
    }),
  )
}

/** Draws what stands beside a field that somebody has just written in. */
export function wrote(field: Field, version: Version, id: string): void {
  known.set(field, keptIn(version, id, field.name))
  drawRoom(field)
}

/** What a slide stands in, with all that belongs to it. */
export const cardOf = (slide: HTMLElement): HTMLElement => {
  const card = slide.closest<HTMLElement>('.card')
  if (!card) throw new Error(`The slide ${slide.id} has no card.`)
  return card
}

/** Writes the words of a version into the fields of the page, and beside them what they take. */
function fillFields(version: Version): void {
  for (const field of document.querySelectorAll<Field>(':is(.edit, .version-editor) [name]')) {
    if (field.name === 'running') {
      // Only the choice of a running order has that name.
      const choice = field as HTMLInputElement
      choice.checked = choice.value === version.running
      continue
    }
    const id = field.closest('.card')?.querySelector('section')?.id ?? ''
    fill(field, keptIn(version, id, field.name))
    drawRoom(field)
  }
}

/** Shows a version in the panel, and in the buttons and fields beside every slide. */
export function drawWorkshop(version: Version, arrangement: Arrangement): void {
  const { shown, hidden, minutes } = arrangement
  const over = version.running === 'short' ? minutes - shortLimit : 0
  const summary = [
    isSame(version, original) && 'Đang là bản gốc.',
    hidden.size > 0 && `Đang ẩn ${hidden.size} trang.`,
    `Sẽ chiếu ${shown.length} trang, dự kiến ${minutesInWords(minutes)}.`,
    over > 0 && `Quá giờ ${minutesInWords(over)}.`,
  ]
  setText(element('.version-editor .summary'), summary.filter(Boolean).join(' '))
  fillFields(version)
}
