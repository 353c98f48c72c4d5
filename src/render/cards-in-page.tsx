import { hydrate, render } from 'preact'
import type { Deck } from '../model/deck/deck.ts'
import { CardContent, type CardProps, cardsOf, type Editing } from './documents/review.tsx'

/** So many cards are drawn at once, and none of them later. */
const few = 60

/** How long drawing those far from the window may keep the page from anything else, in ms. */
const slice = 10

/** What the cards show. */
interface Showing {
  readonly deck: Deck
  readonly editing?: Editing
  /** Called with each card that has been drawn. */
  readonly onCard?: (card: HTMLElement) => void
}

const drawn = new WeakSet<Element>()

/** Draws the cards that show an earlier deck, the nearest first. */
const waiting = new Map<Element, () => void>()

let timer: ReturnType<typeof setTimeout>

/** Draws at once what waits to be drawn, up to a time; all of it by default. */
export function finishCards(end = Number.POSITIVE_INFINITY): void {
  for (const [card, draw] of waiting) {
    if (performance.now() > end) break
    waiting.delete(card)
    draw()
  }
}

/** Draws what waits in slices, between which the page answers. */
function drawLater(): void {
  clearTimeout(timer)
  if (waiting.size === 0) return
  timer = setTimeout(() => {
    finishCards(performance.now() + slice)
    drawLater()
  })
}

/** Of many cards those in the window, or near it, and the one with the focus. */
export function cardsNear(place: Element): ReadonlySet<Element> {
  if (place.children.length <= few) return new Set()
  const isNear = (card: Element) => {
    const { top, bottom } = card.getBoundingClientRect()
    return (top < 2 * innerHeight && bottom > -innerHeight) || card.contains(document.activeElement)
  }
  return new Set([...place.children].filter(isNear))
}

/**
 * Draws what is on the cards in `place`, each by itself. In a long deck only those in `near`, and new
 * ones, are drawn at once: every change of the order gives every slide another number, and drawing a
 * thousand takes a second. The others show the deck before until they are drawn, at the latest before
 * the page is printed.
 */
export function drawCards(
  place: Element,
  near: ReadonlySet<Element>,
  showing: Showing,
  before: Showing | undefined,
): void {
  waiting.clear()
  const idOf = (card: CardProps) => card.place.slide.id
  const rendered = new Map((before ? cardsOf(before) : []).map((card) => [idOf(card), card]))
  const cards = [...place.querySelectorAll<HTMLElement>('.card')]
  const far: { card: Element; draw: () => void; at: number }[] = []
  let here = 0
  cardsOf(showing).forEach((props, at) => {
    const card = cards[at]
    if (!card) return
    const old = card.hasChildNodes() ? rendered.get(idOf(props)) : undefined
    const draw = () => {
      if (old && !drawn.has(card)) hydrate(<CardContent {...old} />, card)
      drawn.add(card)
      render(<CardContent {...props} />, card)
      showing.onCard?.(card)
    }
    if (near.has(card)) here = at
    if (cards.length <= few || near.has(card) || !card.hasChildNodes()) draw()
    else far.push({ card, draw, at })
  })
  far.sort((one, other) => Math.abs(one.at - here) - Math.abs(other.at - here))
  for (const { card, draw } of far) waiting.set(card, draw)
  drawLater()
  addEventListener('beforeprint', finishAll)
}

const finishAll = () => finishCards()
