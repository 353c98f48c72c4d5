import { numberIn } from '../../model/deck/numbering.ts'

/** The number of a list item and a space, on the item's first line; else empty. */
function numberOf(line: Element): string {
  const item = line.parentElement?.closest('li')
  if (!item || line.parentElement !== item || line !== item.firstElementChild) return ''
  const list = item.parentElement
  const shown = [...(list?.children ?? [])].filter((one) => !one.matches('[hidden]'))
  const type = list?.matches('.counted') ? '(1)' : (list?.getAttribute('type') ?? '')
  const first = Number(list?.getAttribute('start') ?? 1)
  return `${numberIn(type, first + shown.indexOf(item))} `
}

/** The text of a line. An addition of the speaker begins with its mark and a colon. */
function wordsOf(line: Element): string {
  const text = (one: Element | null) => (one?.textContent ?? '').replace(/\s+/gu, ' ').trim()
  const mark = text(line.querySelector('.own-mark'))
  return mark ? `${mark}: ${text(line).slice(mark.length).trim()}` : text(line)
}

/**
 * The outline as plain text with its numbers, one line each, for programs that take nothing else.
 */
export const linesOf = (outline: Element): string =>
  [...outline.querySelectorAll('h1, h2, p, .heading, .own-cover')]
    .filter(
      (line) => !line.closest('[hidden]') && !line.parentElement?.matches('.heading, .own-cover'),
    )
    .map((line) => numberOf(line) + wordsOf(line))
    .join('\n')

/** Replaces an element by one of another name with the same content. */
function rename(one: Element, name: string): Element {
  const other = one.ownerDocument.createElement(name)
  other.append(...one.childNodes)
  one.replaceWith(other)
  return other
}

/**
 * The outline as simple HTML, whose lists word processors number correctly: each item is one
 * paragraph and then its sublist. A heading or box in an item would become a line of its own, whose
 * number is lost or moves to the next line.
 */
export function markupOf(outline: Element): string {
  const copy = outline.ownerDocument.importNode(outline, true)
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove()
  // Word processors know no list numbered in brackets: its numbers become text.
  for (const line of copy.querySelectorAll('.counted p')) line.prepend(numberOf(line))
  for (const list of copy.querySelectorAll('.counted')) {
    list.replaceWith(...list.querySelectorAll('p'))
  }
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
