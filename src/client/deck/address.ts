import { addressOf } from '../../model/deck/running-order.ts'
import { addAddress, replaceAddress } from '../browser/address.ts'
import type { Session } from '../session/session.ts'

/** How often the address is written at most, in milliseconds: browsers refuse a stream of them. */
const pace = 300

/** The time since when the deck stands where its address says, if the deck wrote that itself. */
export function writtenSince(): number | undefined {
  const [, when] = /^written (\d+)$/.exec(String(history.state)) ?? []
  return when === undefined ? undefined : Number(when)
}

/**
 * Keeps the address on the slide and step shown, and marks it as the deck's own writing. What it
 * returns leaps as a link does: the browser's way back leads to where it was pressed.
 */
export function writeAddress(session: Session): (act: () => void) => void {
  let waiting = false
  const mark = () => `written ${session.since}`
  const write = () => {
    waiting = false
    replaceAddress(addressOf(session.view), mark())
  }
  session.onChange(({ slide, step }) => {
    if (waiting || (slide === session.view.slide && step === session.view.step)) return
    waiting = true
    setTimeout(write, pace)
  })
  write()
  return (act) => {
    const left = addressOf(session.view)
    const since = mark()
    act()
    if (addressOf(session.view) === left) return
    replaceAddress(left, since)
    addAddress(addressOf(session.view), mark())
  }
}

/** Has `visit` follow each link to a slide: one that is typed, and one that is clicked. */
export function followLinks(
  deck: HTMLElement,
  visit: (hash: string) => void,
  leap: (act: () => void) => void,
): void {
  addEventListener('hashchange', ({ newURL }) => {
    // Not the page's address: the deck may have written its own there since.
    visit(new URL(newURL).hash)
  })
  // reveal.js would turn to the slide without a way back.
  deck.addEventListener(
    'click',
    (event) => {
      const { target } = event
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (!link || event.defaultPrevented) return
      event.stopPropagation()
      // Held with a key, it opens in a window of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      leap(() => visit(link.hash))
    },
    true,
  )
}
