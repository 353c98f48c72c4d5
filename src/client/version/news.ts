import { asRecord } from '../../model/record.ts'
import { windowMessages } from '../session/window-messages.ts'
import { keyOf } from './carried.ts'

/** What the windows of a deck tell each other of the kept version. */
type News = 'changed' | 'busy' | 'free'

// One for hearing and telling: what a page tells, it does not hear itself.
const channel = windowMessages(`${document.documentElement.dataset.deck ?? ''} ban-rieng`)

/** Whether this page has changed the version, which windows that it could not reach may not know. */
let changed = false

const tell = (news: News): void => channel.send({ news, key: keyOf() })

/** Tells the other windows that the version has changed. */
export function tellChange(): void {
  changed = true
  tell('changed')
}

/** Calls back with the news of this page's version from other windows. */
export function listenToNews(listener: (news: News) => void): void {
  const hear = (data: unknown) => {
    const { news, key } = asRecord(data)
    // Only windows of this deck speak here.
    if (news && key === keyOf()) listener(news as News)
  }
  channel.receive(hear, () => changed && tell('changed'))
}

/** How long a version rests before other windows show it, in milliseconds: nobody types so slowly. */
const settling = 1500

/**
 * Loads the page again with a version that changed. In full screen the hall looks: all windows wait
 * then, for they must not stand on different decks. `isStale` tells whether this page would change.
 * What is returned looks at once, as when another window has gone on.
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
  return () => {
    due = true
    if (!document.fullscreenElement) void renew()
  }
}
