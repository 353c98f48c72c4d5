import { openDialog } from './dialogs.ts'
import { element } from './dom.ts'
import { isThere } from './host.ts'
import { isLocal, isPacked, scope } from './scope.ts'

const link = () => element<HTMLAnchorElement>('#blocked .partner')

/**
 * Opens the page's partner, the speaker's screen or the deck, in a window of its own. Where the
 * browser refuses, a dialog says what to do and holds a plain link.
 */
export function openPartner(): void {
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
}

/** How long a press may wait for the host, in milliseconds: a browser opens no window much later. */
const patience = 700

/** Whether the speaker's screen was found where this page is: then nobody waits for it again. */
let found = isPacked || isLocal

/** Opens the speaker's screen, or says that this host has none: it may have been kept from it. */
export async function openSpeaker(say: (text: string) => void): Promise<void> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  // Without an answer it is opened all the same: the browser says what is wrong.
  const there = found || (await Promise.race([isThere(link().href).catch(() => undefined), late]))
  if (there === false) {
    say('Máy chủ này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
    return
  }
  found ||= there === true
  openPartner()
}
