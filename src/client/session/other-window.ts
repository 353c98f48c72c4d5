import { isThere } from '../browser/host.ts'
import { isLocal, isPacked, scope } from '../browser/scope.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'

const link = () => element<HTMLAnchorElement>('#blocked .partner')

/**
 * Opens the other page, the speaker screen or the deck, in a window of its own. If the browser
 * blocks it, opens a dialog with a plain link instead.
 */
export function openPartner(): Window | null {
  const { href } = link()
  const { availWidth, availHeight } = screen
  // One window name per deck and page: a second call finds the window that is open.
  const opened = window.open(
    href,
    `${scope} ${href}`,
    `popup,width=${Math.round(availWidth * 0.9)},height=${Math.round(availHeight * 0.85)}`,
  )
  if (opened) opened.focus()
  else openDialog('blocked')
  return opened
}

/** Whether the host is known to have the speaker screen; it is not checked again. */
let found = isLocal

/** The speaker screen that this page has opened. */
let speaker: Window | null = null

/** A page's address as a host may have shortened it. */
const short = (address: string) => address.replace(/#.*/, '').replace(/\.html$/, '')

/** Whether the speaker screen is still open. On a disk no page may look at another's address. */
function isOpen(): boolean {
  try {
    return speaker?.closed === false && short(speaker.location.href) === short(link().href)
  } catch {
    return true
  }
}

/**
 * Opens the speaker screen, or shows the one that is open, which `window.open` would load again.
 * Closes it if this host does not have it. The check comes after, because WebKit blocks a popup once
 * a click has waited for an answer.
 */
export function openSpeaker(say: (text: string) => void): void {
  if (isOpen()) {
    speaker?.focus()
    return
  }
  const opened = openPartner()
  speaker = opened
  // A packed file has it, wherever it is.
  if (isPacked || found || !opened) return
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
}
