import type { RunningOrder, SlideInfo } from '../../model/deck/running-order.ts'

/** The one element a page must have. */
export function element<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`The page has no ${selector}.`)
  return found
}

/** Writes a text where it differs: what is the same is not read out again, nor laid out. */
export function setText(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text
}

/** A line that says how something goes, read out when that changes, and the button beside it. */
export function stateLine(label: string): readonly [HTMLParagraphElement, HTMLButtonElement] {
  const words = document.createElement('p')
  const button = document.createElement('button')
  words.setAttribute('role', 'status')
  button.type = 'button'
  button.textContent = label
  return [words, button]
}

/** Every slide below a node, in running order. */
export const slidesIn = (stock: ParentNode): HTMLElement[] => [
  ...stock.querySelectorAll<HTMLElement>('section[id][data-layout]'),
]

/** The running order as the rendered slides carry it. */
export function runningOrderIn(slides: readonly HTMLElement[]): RunningOrder {
  const [first, ...rest] = slides.map(
    (slide): SlideInfo => ({
      id: slide.id,
      name: slide.dataset.name ?? slide.id,
      part: slide.dataset.part ?? '',
      minutes: Number(slide.dataset.minutes),
      ...(slide.dataset.brief && { brief: Number(slide.dataset.brief) }),
      steps: slide.querySelectorAll('.fragment').length,
    }),
  )
  if (!first) throw new Error('The page has no slides.')
  return [first, ...rest]
}

/** The text of an element as it is read: blocks parted by a space, runs within one not. */
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
