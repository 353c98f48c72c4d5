import { minutesInWords } from '../model/duration.ts'
import { groupsOf } from '../model/groups.ts'
import type { Outline } from '../model/position.ts'
import {
  type Arrangement,
  isFixed,
  moveSlide,
  noteOf,
  original,
  shortLimit,
  type Version,
} from '../model/version.ts'
import { isSame } from '../model/version-file.ts'
import { ownCopy, unitOf } from './arrange.ts'
import { element, setText } from './dom.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Writes a value into a field, unless somebody is writing there. */
function fill(field: Field, value: string): void {
  if (field !== document.activeElement && field.value !== value) field.value = value
}

/** Names a button by what it does and to what; its words stay part of its name. */
function label(button: HTMLButtonElement, of: string): void {
  button.setAttribute('aria-label', `${button.textContent?.trim()}: ${of}`)
}

/** The buttons and fields beside one slide. */
function drawEdit(outline: Outline, version: Version, id: string, isHidden: boolean): void {
  const slide = document.getElementById(id)
  if (!slide) return
  const sheet = unitOf(slide)
  const own = version.own.find((one) => one.id === id)
  let edit = sheet.querySelector<HTMLElement>('.edit')
  if (!edit) {
    edit = ownCopy(document, own ? 'edit-own' : 'edit')
    sheet.append(edit)
  }
  for (const button of edit.querySelectorAll<HTMLButtonElement>('button')) {
    const { do: does } = button.dataset
    if (does === 'hide') button.textContent = isHidden ? 'Hiện trang' : 'Ẩn trang'
    const stays = (by: 1 | -1) => moveSlide(outline, version, id, by) === version
    button.disabled =
      (does === 'hide' && isFixed(outline, id)) ||
      (does === 'up' && stays(-1)) ||
      (does === 'down' && stays(1))
    label(button, slide.dataset.name ?? '')
  }
  const values: Readonly<Record<string, string>> = {
    note: noteOf(version, id),
    title: own?.title ?? '',
    points: own?.points.join('\n') ?? '',
    minutes: String(own?.minutes ?? ''),
  }
  for (const field of edit.querySelectorAll<Field>('[name]')) fill(field, values[field.name] ?? '')
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
  outline: Outline,
  version: Version,
  { all, shown, hidden, minutes }: Arrangement,
): void {
  for (const { id } of all) drawEdit(outline, version, id, hidden.has(id))
  const panel = element('.workshop')
  const over = version.running === 'short' ? minutes - shortLimit : 0
  const tally = [
    isSame(version, original) && 'Đang là bản gốc.',
    hidden.size > 0 && `Đang ẩn ${hidden.size} trang.`,
    `Sẽ chiếu ${shown.length} trang, dự kiến ${minutesInWords(minutes)}.`,
    over > 0 && `Quá giờ ${minutesInWords(over)}.`,
  ]
  setText(element('.tally', panel), tally.filter(Boolean).join(' '))
  for (const field of panel.querySelectorAll<HTMLInputElement>('[name]')) {
    if (field.name === 'running') field.checked = field.value === version.running
    // The panel's other fields are those of the cover.
    else fill(field, version.cover[field.name as keyof Version['cover']])
  }
  drawParts(
    element('.part-order', panel),
    groupsOf(all).parts.map(({ name }) => name),
  )
}
