import { isThere } from '../browser/host.ts'
import { inTime } from '../browser/in-time.ts'
import { isLocal, isPacked, scope } from '../browser/scope.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import type { Role } from './channel.ts'

const link = () => element<HTMLAnchorElement>('#blocked .partner')

/**
 * Opens the other page, the speaker screen or the deck, in a window of its own, at `place`; or
 * shows the one that is open there, which a page that was loaded again does not know any more. If
 * the browser blocks it, opens a dialog with a plain link instead.
 */
function openPartner(place?: string): Window | null {
  const { href } = link()
  const { availWidth, availHeight } = screen
  const size = `width=${Math.round(availWidth * 0.9)},height=${Math.round(availHeight * 0.85)}`
  // One window name per deck and page: a second call finds the window that is open. With the address it
  // would be loaded again, and what the speaker looks at in private would be lost.
  const opened = window.open('', `${scope} ${href}`, `popup,${place ?? size}`)
  if (!opened) {
    openDialog('blocked')
    return null
  }
  if (!isPartner(opened)) opened.location.href = href
  opened.focus()
  return opened
}

/**
 * How long what tells several screens apart may take to load, in ms: browsers forget a press after
 * 5 s.
 */
const patience = 1000

/** Opens the other page: where there are several screens, each page on its own. */
function openBeside(page: Role, open: (place?: string) => Window | null): void {
  if (screen.isExtended) {
    const loading = import('./screens.ts').catch(() => undefined)
    void inTime(loading, patience).then((screens) => {
      if (screens) void screens.openOnScreen(page, open)
      else open()
    })
  } else open()
}

/** The deck's window that this page has opened, or that has opened this page. */
let deck: Window | null = opener

/** Opens the deck from the speaker screen. */
export function openDeck(): void {
  openBeside('deck', (place) => {
    deck = openPartner(place)
    return deck
  })
}

/** Whether the host is known to have the speaker screen; it is not checked again. */
let found = isLocal

/** The speaker screen that this page has opened. */
let speaker: Window | null = null

/** A page's address as a host may have shortened it. */
const short = (address: string) => address.replace(/#.*/, '').replace(/(index)?\.html$/, '')

/**
 * Whether a window shows the other page. On a disk no page may look at another's address; elsewhere
 * it may not if the window shows something else, such as the browser's words that the page did not
 * come.
 */
function isPartner(window: Window | null): boolean {
  try {
    return window?.closed === false && short(window.location.href) === short(link().href)
  } catch {
    return isLocal
  }
}

/** The deck's window, if it can be reached from here. */
export const deckWindow = (): Window | null => (isPartner(deck) ? deck : null)

/**
 * Opens the speaker screen, or shows the one that is open, which `window.open` would load again.
 * Closes it if this host does not have it. The check comes after, because WebKit blocks a popup once
 * a click has waited for an answer.
 */
export function openSpeaker(say: (text: string) => void): void {
  if (isPartner(speaker)) {
    speaker?.focus()
    return
  }
  openBeside('speaker', (place) => {
    const opened = openPartner(place)
    speaker = opened
    // A packed file has it, wherever it is.
    if (isPacked || found || !opened) return opened
    void isThere(link().href).then(
      (there) => {
        found = there
        if (there) return
        opened.close()
        say('Máy chủ này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
      },
      // Without an answer the window stays: the browser shows what is wrong.
      () => undefined,
    )
    return opened
  })
}
