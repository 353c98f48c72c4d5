import { openDialog } from './dialogs.ts'
import { element } from './dom.ts'
import { scope } from './scope.ts'

/**
 * Opens the page's partner, the speaker's screen or the deck, in a window of its own. Where the
 * browser refuses, a dialog says what to do and holds a plain link.
 */
export function openPartner(): void {
  const { href } = element<HTMLAnchorElement>('#blocked .partner')
  const { availWidth, availHeight } = screen
  // One name a deck and page: a second press finds the window that is there.
  const opened = window.open(
    href,
    `${scope} ${href}`,
    `popup,width=${Math.round(availWidth * 0.9)},height=${Math.round(availHeight * 0.85)}`,
  )
  if (opened) opened.focus()
  else openDialog('blocked')
}
