import { groupsOf } from '../../model/deck/groups.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { minutesInWords } from '../../model/talk/duration.ts'
import { type OwnField, remarksOn, takenIn } from '../../model/version/fit.ts'
import {
  type Arrangement,
  isFixed,
  moveSlide,
  noteOf,
  original,
  shortLimit,
  type Version,
} from '../../model/version/version.ts'
import { isSame, limits } from '../../model/version/version-file.ts'
import { element, setText } from '../ui/dom.ts'
import { ownCopy, unitOf } from '../version/apply.ts'

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

/** Names a button by what it does and to what; its words stay part of its name. */
function label(button: HTMLButtonElement, of: string): void {
  button.setAttribute('aria-label', `${button.textContent?.trim()}: ${of}`)
}

/** The buttons and fields beside one slide. */
function drawEdit(
  runningOrder: RunningOrder,
  version: Version,
  id: string,
  isHidden: boolean,
): void {
  const slide = document.getElementById(id)
  if (!slide) return
  const card = unitOf(slide)
  const own = version.own.find((one) => one.id === id)
  let edit = card.querySelector<HTMLElement>('.edit')
  if (!edit) {
    edit = ownCopy(document, own ? 'edit-own' : 'edit')
    card.append(edit)
  }
  for (const button of edit.querySelectorAll<HTMLButtonElement>('button')) {
    const { do: does } = button.dataset
    if (does === 'hide') button.textContent = isHidden ? 'Hiện trang' : 'Ẩn trang'
    const stays = (by: 1 | -1) => moveSlide(runningOrder, version, id, by) === version
    button.disabled =
      (does === 'hide' && isFixed(runningOrder, id)) ||
      (does === 'up' && stays(-1)) ||
      (does === 'down' && stays(1))
    label(button, slide.dataset.name ?? '')
  }
  for (const field of edit.querySelectorAll<Field>('[name]')) {
    fill(field, keptIn(version, id, field.name))
    drawRoom(field)
  }
}

/** The parts in their order, each with buttons; the focus stays on the part that was moved. */
function drawParts(list: HTMLElement, names: readonly string[]): void {
  const { activeElement: focused } = document
  const { part, do: does } = focused instanceof HTMLElement ? focused.dataset : {}
  const items = names.map((name, at) => {
    const item = ownCopy(document, 'part')
    element('span', item).textContent = name
    for (const button of item.querySelectorAll<HTMLButtonElement>('button')) {
      button.dataset.part = name
      button.disabled = at === (button.dataset.do === 'up' ? 0 : names.length - 1)
      label(button, name)
    }
    return item
  })
  list.replaceChildren(...items)
  if (part === undefined) return
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')].filter(
    ({ dataset }) => dataset.part === part,
  )
  const same = buttons.find(({ dataset }) => dataset.do === does)
  const next = same ?? buttons[0]
  next?.focus()
}

/** Shows a version in the panel, and in the buttons and fields beside every slide. */
export function drawWorkshop(
  runningOrder: RunningOrder,
  version: Version,
  { all, shown, hidden, minutes }: Arrangement,
): void {
  for (const { id } of all) drawEdit(runningOrder, version, id, hidden.has(id))
  const panel = element('.version-editor')
  const over = version.running === 'short' ? minutes - shortLimit : 0
  const summary = [
    isSame(version, original) && 'Đang là bản gốc.',
    hidden.size > 0 && `Đang ẩn ${hidden.size} trang.`,
    `Sẽ chiếu ${shown.length} trang, dự kiến ${minutesInWords(minutes)}.`,
    over > 0 && `Quá giờ ${minutesInWords(over)}.`,
  ]
  setText(element('.summary', panel), summary.filter(Boolean).join(' '))
  for (const field of panel.querySelectorAll<HTMLInputElement>('[name]')) {
    if (field.name === 'running') {
      field.checked = field.value === version.running
      continue
    }
    fill(field, keptIn(version, '', field.name))
    drawRoom(field)
  }
  drawParts(
    element('.part-order', panel),
    groupsOf(all).parts.map(({ name }) => name),
  )
}
