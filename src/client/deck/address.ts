import { addressOf } from '../../model/deck/running-order.ts'
import { addAddress, replaceAddress } from '../browser/address.ts'
import type { Session } from '../session/session.ts'

/**
 * The least time between two writes of the address, in milliseconds: browsers block frequent ones.
 */
const pace = 300

/**
 * Since when the position in the address has been shown (wall clock, ms), if the deck wrote that
 * address itself; undefined if a user opened it, such as by a link.
 */
export function writtenSince(): number | undefined {
  const [, when] = /^written (\d+)/.exec(String(history.state)) ?? []
  return when === undefined ? undefined : Number(when)
}

/**
 * Keeps the address on the current slide and step, and marks it in `history.state` as written by
 * the deck. Returns a function that runs a jump and adds a history entry for it, so that the
 * browser's Back button returns to where it started.
 */
export function writeAddress(session: Session): (act: () => void) => void {
  let waiting = false
  const mark = () => `written ${session.since}${session.view.screen === 'black' ? ' black' : ''}`
  const write = () => {
    waiting = false
    replaceAddress(addressOf(session.view), mark())
  }
  session.onChange((before) => {
    const { slide, step, screen } = session.view
    const isSame = before.slide === slide && before.step === step && before.screen === screen
    if (waiting || isSame) return
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

/**
 * Calls `visit` with the hash of each link to a slide that is typed or clicked. A click goes
 * through `leap`, so that Back returns.
 */
export function followLinks(
  deck: HTMLElement,
  visit: (hash: string) => void,
  leap: (act: () => void) => void,
): void {
  addEventListener('hashchange', ({ newURL }) => {
    // The event's URL, because the deck may have written the page's address since.
    visit(new URL(newURL).hash)
  })
  // Listens while capturing, so that reveal.js does not go to the slide without a history entry.
  deck.addEventListener(
    'click',
    (event) => {
      const { target } = event
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (!link || event.defaultPrevented) return
      event.stopPropagation()
      // With a modifier key, the browser opens the link in a tab or window of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      leap(() => visit(link.hash))
    },
    true,
  )
}
