import { isLocal, isPacked } from '../browser/scope.ts'

/** What a page asks of the service worker, or tells it. */
export type Asked = 'keep-speaker' | 'take-over' | 'follows' | 'presents'

/** How a page does without a network. */
export type Keeping = keyof typeof keepingWords

/** What people are told of it. */
export const keepingWords = {
  'on disk': 'Đang mở từ tệp trên máy',
  packed: 'Tệp này không cần mạng',
  never: 'Cần có mạng để mở lại',
  'under way': 'Đang lưu để dùng khi không có mạng',
  kept: 'Dùng được khi không có mạng',
  failed: 'Chưa lưu được để dùng khi không có mạng',
} as const

/** The browser's service workers; none where it has none, or keeps them from a sandboxed frame. */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker
  } catch {
    return undefined
  }
}

interface Options {
  /** Keeps the speaker's pages too, which the audience never gets. */
  readonly speaker?: boolean
  /** Whether the page may be replaced by a newer one: nobody has touched it, it is the only one. */
  readonly idle?: () => boolean
  /** Whether the deck follows a presenter, told by the deck's page alone. */
  readonly follows?: boolean
}

/** Has the speaker's pages kept; fails where the worker cannot. */
const keepSpeaker = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => (data === true ? resolve() : reject())
    worker.postMessage('keep-speaker' satisfies Asked, [port2])
  })

/**
 * Keeps the deck for a time without network, and says the state of it: now, and when it changes.
 * A newer deck takes over as a whole, at once where the page is idle, else when all are closed.
 */
export async function keepOffline(
  say: (state: Keeping) => void,
  { speaker = false, idle = () => false, follows }: Options = {},
): Promise<void> {
  if (isLocal) return say('on disk')
  // In a mail, in another page, from a host: everything is in it.
  if (isPacked) return say('packed')
  const container = serviceWorkers()
  if (!import.meta.env.PROD || !container) return say('never')
  say('under way')
  const renew = (worker: ServiceWorker | null) => {
    if (!worker || !container.controller || !idle()) return
    container.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage('take-over' satisfies Asked)
  }
  try {
    const registration = await container.register(new URL('sw.js', document.baseURI))
    const { active } = await new Promise<ServiceWorkerRegistration>((resolve, reject) => {
      const watch = () => {
        const { installing } = registration
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed') renew(installing)
          // Where the first one fails, nothing is ever ready.
          if (installing.state === 'redundant' && !registration.active) reject()
        })
      }
      registration.addEventListener('updatefound', watch)
      watch()
      renew(registration.waiting)
      void container.ready.then(resolve)
    })
    if (follows !== undefined)
      active?.postMessage((follows ? 'follows' : 'presents') satisfies Asked)
    if (speaker && active) await keepSpeaker(active)
    say('kept')
  } catch {
    // Refused by the browser, or the disk is full: the deck goes on with the network.
    say('failed')
  }
}
