import { asRecord } from '../../model/record.ts'
import { windowMessages } from '../session/window-messages.ts'
import { keyOf } from './carried.ts'

/**
 * What a deck's windows tell each other about the stored version: it has changed; a window in full
 * screen, or with a dialog in use, cannot reload yet; that window now can.
 */
type News = 'changed' | 'busy' | 'free'

// One channel for both, because a channel does not receive its own messages.
const channel = windowMessages(`${document.documentElement.dataset.deck ?? ''} ban-rieng`)

/** Whether this page has changed the version; windows that it could not reach may not know. */
let changed = false

const tell = (news: News): void => channel.send({ news, key: keyOf() })

/** Tells the other windows that the version has changed. */
export function tellChange(): void {
  changed = true
  tell('changed')
}

/** Calls back with other windows' news about the version that this page shows. */
export function listenToNews(listener: (news: News) => void): void {
  const hear = (data: unknown) => {
    const { news, key } = asRecord(data)
    // Only this program's windows send on this channel, so the value is one of `News`.
    if (news && key === keyOf()) listener(news as News)
  }
  channel.receive(hear, () => changed && tell('changed'))
}

/**
 * How long a version must stay unchanged before other windows show it, in milliseconds; longer than
 * pauses in typing.
 */
const settling = 1500

/** How long another window may take to say that it is in full screen, in milliseconds. */
const courtesy = 500

let renewWithOthers = (): void => location.reload()

/** Shows a change that this page has made itself, when the other windows show it too. */
export const showOwnChange = (): void => renewWithOthers()

/** Whether a dialog is in use: a reload would lose what is being typed there. */
const isAnswering = (): boolean =>
  document.querySelector('dialog[open]') !== null && document.hasFocus()

/**
 * Reloads the page when the version has changed. While one window is in full screen or has a dialog in
 * use, all wait, because windows must not show different decks. `isStale` tells whether the new
 * version looks different on this page. Returns a function that checks at once, for a change that was
 * not announced.
 */
export function followChanges(isStale: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = false
  /** Whether this window has to wait, or makes others wait. */
  let held = false
  /** Whether this page has made the change, as its dialog was asked to. */
  let own = false
  const isBusy = () => Boolean(document.fullscreenElement) || isAnswering()
  const renew = async () => {
    held = false
    if (due && (await isStale())) location.reload()
    due = false
    own = false
  }
  const hold = () => {
    held = true
    tell('busy')
  }
  const free = () => {
    if (!held || isBusy()) return
    tell('free')
    void renew()
  }
  renewWithOthers = () => {
    due = true
    own = true
    clearTimeout(timer)
    timer = setTimeout(renew, courtesy)
  }
  addEventListener('fullscreenchange', free)
  // A dialog that is left is in use no more: the window was, or it was closed, which does not bubble.
  addEventListener('blur', free)
  addEventListener('close', free, true)
  addEventListener('pagehide', () => held && tell('free'))
  listenToNews((news) => {
    clearTimeout(timer)
    if (news === 'changed') {
      due = true
      if (isBusy()) hold()
      else timer = setTimeout(() => (isBusy() ? hold() : void renew()), settling)
    } else if (news === 'free') {
      if (document.fullscreenElement) return
      if (due && !own && isAnswering()) held = true
      else void renew()
    }
  })
  const check = () => {
    due = true
    if (isBusy()) held = true
    else void renew()
  }
  // A page that the Back button restores has heard nothing while it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && check())
  return check
}
