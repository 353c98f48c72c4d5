import { inTime } from '../browser/in-time.ts'
import { preference } from '../browser/preference.ts'
import type { Role } from './channel.ts'

/** A screen of the machine, with its place among the others, in CSS pixels. */
export interface OneScreen {
  readonly availLeft: number
  readonly availTop: number
  readonly availWidth: number
  readonly availHeight: number
  readonly isPrimary: boolean
  /** Whether it is built into the machine, such as a laptop's. */
  readonly isInternal: boolean
}

/** What the browser tells of all screens; `currentScreen` is the one that the window is on. */
interface AllScreens {
  readonly screens: readonly OneScreen[]
  readonly currentScreen: OneScreen
}

// The Window Management API and the delegation of full screen, which TypeScript does not know yet.
declare global {
  interface Window {
    getScreenDetails?(): Promise<AllScreens>
  }
  interface Screen extends EventTarget {
    readonly isExtended?: boolean
  }
  interface FullscreenOptions {
    screen?: OneScreen
  }
  interface WindowPostMessageOptions {
    delegate?: string
  }
}

/** Which screen the audience sees, and which one the speaker. */
interface Sides {
  readonly audience: OneScreen
  readonly own: OneScreen
}

/** How long the answer about the screens may take, in ms: a browser opens no window 5 s after a press. */
const patience = 4000

/** Whether this machine was asked already; who has not answered is not asked again by the way. */
const asked = preference('man-hinh')

/**
 * Gives the speaker the screen that is built in, or else the main one, and the audience another. A deck
 * that fills a screen which is not built in, stays there. Undefined if there is but one screen.
 */
export function sidesOf({ screens, currentScreen }: AllScreens, fills: boolean): Sides | undefined {
  const built = screens.find(({ isInternal }) => isInternal)
  const usual = built ?? screens.find(({ isPrimary }) => isPrimary) ?? screens[0]
  const other = (than?: OneScreen) => screens.find((one) => one !== than)
  const audience = fills && !currentScreen.isInternal ? currentScreen : other(usual)
  const own = usual === audience ? other(audience) : usual
  return audience && own && { audience, own }
}

/** The place of a window that fills a screen, for `window.open`. */
const fills = ({ availLeft, availTop, availWidth, availHeight }: OneScreen): string =>
  `left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`

/** Moves a window that a script has opened; others stay where they are. */
function move(window: Window, { availLeft, availTop, availWidth, availHeight }: OneScreen): void {
  window.moveTo(availLeft, availTop)
  window.resizeTo(availWidth, availHeight)
}

/** Asks for the screens; undefined if the browser does not tell. */
const ask = (window: Window): Promise<AllScreens | undefined> =>
  Promise.resolve(window.getScreenDetails?.()).catch(() => undefined)

/** Whether the permission was given before; its first name is that of Chrome 109. */
async function isGranted(): Promise<boolean> {
  for (const name of ['window-placement', 'window-management']) {
    // TypeScript knows neither name.
    const query = navigator.permissions.query({ name: name as PermissionName })
    if ((await query.catch(() => undefined))?.state === 'granted') return true
  }
  return false
}

let busy = false

/**
 * Opens the other page on the screen that it belongs to, and fills the audience's with the deck if this
 * is the deck. `open` is called with the place of the window; without one where the browser does
 * not tell in time, does not know, or there is but one screen. The first time the user is asked.
 */
export async function openOnScreen(
  page: Role,
  open: (place?: string) => Window | null,
): Promise<void> {
  if (busy) return
  busy = true
  const isAsked = asked.read() !== null
  const telling = isAsked && !(await isGranted()) ? Promise.resolve(undefined) : ask(window)
  asked.write('da-hoi')
  const known = await inTime(telling, patience)
  busy = false
  const { documentElement: root, fullscreenElement } = document
  const isFull = fullscreenElement !== null
  const sides = known && sidesOf(known, page === 'speaker' && isFull)
  if (!sides) {
    open()
    return
  }
  // First, because a window that opens uses up the press; then the browser opens one more.
  if (page === 'speaker')
    await root.requestFullscreen({ screen: sides.audience }).catch(() => undefined)
  open(fills(page === 'speaker' ? sides.own : sides.audience))
}

/** Passes the press on this page on to another window, for full screen there. */
const delegate = (to: Window): Promise<void> =>
  new Promise((resolve) => {
    to.addEventListener('message', () => resolve(), { once: true })
    to.postMessage('', { targetOrigin: location.origin, delegate: 'fullscreen' })
  })

/**
 * Swaps the screens of the deck's window and of this one, the speaker's; the deck fills its own. If
 * both are on one screen, the deck goes to the other. Resolves with what the user has to do by hand.
 */
export async function swapScreens(deck: Window | null): Promise<string | undefined> {
  const here = await ask(window)
  if (!here) return 'Trình duyệt không cho đặt cửa sổ. Kéo cửa sổ sang màn hình kia.'
  const mine = here.screens.indexOf(here.currentScreen)
  try {
    // From a disk no page may look at another.
    const there = deck && !deck.closed ? await ask(deck) : undefined
    if (!deck || !there) throw new Error('No deck within reach.')
    const its = there.screens.indexOf(there.currentScreen)
    const usual = sidesOf(here, false)
    const to = its === mine && usual ? here.screens.indexOf(usual.audience) : mine
    const target = there.screens[to]
    const own = here.screens[its === mine ? here.screens.findIndex((_, at) => at !== to) : its]
    if (!target || !own) return undefined
    await delegate(deck)
    await deck.document.documentElement.requestFullscreen({ screen: target })
    move(window, own)
    return undefined
  } catch {
    const other = here.screens.find((one) => one !== here.currentScreen)
    if (other) move(window, other)
    return 'Chỉ chuyển được màn hình này. Trên màn chiếu, kéo cửa sổ sang màn hình kia rồi bấm F5.'
  }
}
