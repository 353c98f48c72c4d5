import { numberIn } from '../model/numbering.ts'

/** The number before a line: that of its item, on the item's first line only. */
function numberOf(line: Element): string {
  const item = line.parentElement?.closest('li')
  if (!item || line.parentElement !== item || line !== item.firstElementChild) return ''
  const shown = [...(item.parentElement?.children ?? [])].filter((one) => !one.matches('[hidden]'))
  const type = item.parentElement?.getAttribute('type') ?? ''
  return `${numberIn(type, shown.indexOf(item) + 1)} `
}

/** The words of a line; what the speaker added keeps its mark apart. */
function wordsOf(line: Element): string {
  const text = (one: Element | null) => (one?.textContent ?? '').replace(/\s+/gu, ' ').trim()
  const mark = text(line.querySelector('.mine'))
  return mark ? `${mark}: ${text(line).slice(mark.length).trim()}` : text(line)
}

/** The outline as lines of text that keep its numbers, for a program that takes text alone. */
export const linesOf = (outline: Element): string =>
  [...outline.querySelectorAll('h1, h2, p, .heading, .own-cover')]
    .filter(
      (line) => !line.closest('[hidden]') && !line.parentElement?.matches('.heading, .own-cover'),
    )
    .map((line) => numberOf(line) + wordsOf(line))
    .join('\n')

/** The outline as plain HTML, whose lists a word processor numbers by itself. */
export function markupOf(outline: Element): string {
  const copy = outline.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove()
  for (const one of copy.querySelectorAll('*')) {
    for (const { name } of [...one.attributes]) if (name !== 'type') one.removeAttribute(name)
  }
  return copy.innerHTML
}
