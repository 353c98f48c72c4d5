import { asRecord } from '../../model/record.ts'
import { windowMessages } from '../session/window-messages.ts'
import { keyOf } from './carried.ts'

/**
 * What a deck's windows tell each other about the stored version: it has changed; a window in full
 * screen cannot reload yet; that window now can.
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

/**
 * Reloads the page when the version has changed. While one window is in full screen, all wait,
 * because windows must not show different decks. `isStale` tells whether the new version looks
 * different on this page. Returns a function that checks at once, for a change that was not
 * announced.
 */
export function followChanges(isStale: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = false
  const renew = async () => {
    if (due && (await isStale())) location.reload()
    due = false
  }
  const free = () => {
    if (!due || document.fullscreenElement) return
    tell('free')
    void renew()
  }
  renewWithOthers = () => {
    due = true
    clearTimeout(timer)
    timer = setTimeout(renew, courtesy)
  }
  addEventListener('fullscreenchange', free)
  addEventListener('pagehide', () => due && document.fullscreenElement && tell('free'))
  listenToNews((news) => {
    clearTimeout(timer)
    if (news === 'changed') {
      due = true
      if (document.fullscreenElement) tell('busy')
      else timer = setTimeout(renew, settling)
    } else if (news === 'free' && !document.fullscreenElement) {
      void renew()
    }
  })
  const check = () => {
    due = true
    if (!document.fullscreenElement) void renew()
  }
  // A page that the Back button restores has heard nothing while it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && check())
  return check
}
