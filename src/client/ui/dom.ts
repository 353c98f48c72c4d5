import type { RunningOrder, SlideInfo } from '../../model/deck/running-order.ts'
import { nonEmpty } from '../../model/non-empty.ts'

/** The element that matches a selector; throws if the page has none. */
export function element<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`The page has no ${selector}.`)
  return found
}

/** An element with these properties, such as its class, and this content. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...content)
  return made
}

/** The message for a link to a slide that the deck does not have. */
export const unknownSlide =
  'Liên kết trỏ tới một trang không có trong bộ trang chiếu này. Chọn trang trong mục lục.'

/** Sets a text only if it differs, so that it is not read out or laid out again. */
export function setText(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text
}

/** A status line, read out when its text changes, and a button to stand beside it. */
export function stateLine(label: string): readonly [HTMLParagraphElement, HTMLButtonElement] {
  const words = document.createElement('p')
  const button = document.createElement('button')
  words.setAttribute('role', 'status')
  button.type = 'button'
  button.textContent = label
  return [words, button]
}

/** All slides below a node, in running order. */
export const slidesIn = (stock: ParentNode): HTMLElement[] => [
  ...stock.querySelectorAll<HTMLElement>('section[id][data-layout]'),
]

/** A copy of a slide to look at: all of it shown, without ids and without links to follow. */
export function copyOf(slide: HTMLElement): HTMLElement {
  const copy = document.importNode(slide, true)
  // reveal.js hides the slides other than the current one.
  for (const name of ['id', 'class', 'hidden', 'inert', 'aria-hidden']) copy.removeAttribute(name)
  copy.style.removeProperty('display')
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
  return copy
}

/** The running order, from the data attributes of the rendered slides; throws if there are none. */
export function runningOrderIn(slides: readonly HTMLElement[]): RunningOrder {
  const infos = slides.map(
    (slide): SlideInfo => ({
      id: slide.id,
      name: slide.dataset.name ?? slide.id,
      part: slide.dataset.part ?? '',
      seconds: Number(slide.dataset.seconds),
      steps: slide.querySelectorAll('.fragment').length,
    }),
  )
  return nonEmpty(infos)
}

/** The text of an element with a space between blocks, but none between inline elements. */
export function textOf(root: Node): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let text = ''
  let block: Element | null | undefined
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    const home = parentElement?.closest('p, li, h1, h2, h3, dt, dd, th, td, .kind')
    if (home !== block) text += ' '
    block = home
    text += textContent
  }
  return text.replace(/\s+/g, ' ').trim()
}
