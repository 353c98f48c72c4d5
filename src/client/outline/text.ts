import { numberIn } from '../../model/deck/numbering.ts'

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
  const mark = text(line.querySelector('.own-mark'))
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

/** Puts an element of another name in the place of one, with all that is in it. */
function rename(one: Element, name: string): Element {
  const other = one.ownerDocument.createElement(name)
  other.append(...one.childNodes)
  one.replaceWith(other)
  return other
}

/**
 * The outline as the plain HTML that word processors number as it is: a list item is one paragraph,
 * then what lies below it. A heading or a box in it would be a line of its own to them, whose
 * number is lost or goes to the next line.
 */
export function markupOf(outline: Element): string {
  const copy = outline.ownerDocument.importNode(outline, true)
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove()
  for (const mark of copy.querySelectorAll('.own-mark')) rename(mark, 'i').append(': ')
  for (const line of copy.querySelectorAll('.own-cover')) {
    for (const text of line.querySelectorAll('p')) text.replaceWith(...text.childNodes)
    rename(line, 'p')
  }
  for (const line of copy.querySelectorAll('.heading')) rename(line, 'p')
  for (const title of copy.querySelectorAll('h2, h3')) {
    const alone = title.parentElement?.localName !== 'p'
    const name = rename(title, 'b')
    if (!alone) continue
    const line = name.ownerDocument.createElement('p')
    name.replaceWith(line)
    line.append(name)
  }
  for (const box of copy.querySelectorAll('div, header, span')) box.replaceWith(...box.childNodes)
  for (const one of copy.querySelectorAll('*')) {
    for (const { name } of [...one.attributes]) if (name !== 'type') one.removeAttribute(name)
  }
  return copy.innerHTML
}
