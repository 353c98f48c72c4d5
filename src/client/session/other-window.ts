import { isThere } from '../browser/host.ts'
import { isLocal, isPacked, scope } from '../browser/scope.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'

const link = () => element<HTMLAnchorElement>('#blocked .partner')

/**
 * Opens the page's partner, the speaker's screen or the deck, in a window of its own. Where the
 * browser refuses, a dialog says what to do and holds a plain link.
 */
export function openPartner(): Window | null {
  const { href } = link()
  const { availWidth, availHeight } = screen
  // One name a deck and page: a second press finds the window that is there.
  const opened = window.open(
    href,
    `${scope} ${href}`,
    `popup,width=${Math.round(availWidth * 0.9)},height=${Math.round(availHeight * 0.85)}`,
  )
  if (opened) opened.focus()
  else openDialog('blocked')
  return opened
}

/** Whether the speaker's screen was found where this page is: then nobody looks for it again. */
let found = isPacked || isLocal

/**
 * Opens the speaker's screen, and closes it where this host has none: it may have been kept from it.
 * Not looked for before: WebKit opens no window once a press has waited for an answer.
 */
export function openSpeaker(say: (text: string) => void): void {
  const opened = openPartner()
  if (found || !opened) return
  void isThere(link().href).then(
    (there) => {
      found = there
      if (there) return
      opened.close()
      say('Máy chủ này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
    },
    // Without an answer it stays: the browser says what is wrong.
    () => undefined,
  )
}
