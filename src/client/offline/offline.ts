import { isLocal, isPacked, isPassing } from '../browser/scope.ts'
import type { Asked } from './worker-messages.ts'

/** Whether the page can be opened without a network. */
export type Keeping = keyof typeof keepingWords

/** The states, with the text for people. */
export const keepingWords = {
  'on disk': 'Đang mở từ tệp trên máy',
  passing: 'Đang mở từ trong tệp nén. Chép tệp ra ổ đĩa rồi mở',
  packed: 'Tệp này không cần mạng',
  never: 'Cần có mạng để mở lại',
  'under way': 'Đang lưu để dùng khi không có mạng',
  kept: 'Dùng được khi không có mạng',
  failed: 'Chưa lưu được để dùng khi không có mạng',
} as const

/** The browser's service workers; undefined without support, or in a sandboxed frame. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker
  } catch {
    return undefined
  }
}

interface Options {
  /** Caches the speaker's pages too, which the audience never gets. */
  readonly speaker?: boolean
  /**
   * Whether a newer deck may replace the page now: it is the only one and nobody has touched it.
   */
  readonly idle?: () => boolean
  /** Whether the deck follows a presenter; given by the deck's page only. */
  readonly follows?: boolean
}

/**
 * Has the worker cache what is missing, with the speaker's pages or without; rejects if it cannot.
 * What a worker has cached a browser may have lost since.
 */
const keep = (worker: ServiceWorker, asked: Extract<Asked, `keep${string}`>): Promise<void> =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => (data === true ? resolve() : reject())
    worker.postMessage(asked, [port2])
  })

/**
 * Caches the deck for use without a network, and reports the state now and when it changes. A newer
 * deck is installed as a whole: at once if the page is idle, else when all its windows are closed.
 */
export async function keepOffline(
  say: (state: Keeping) => void,
  { speaker = false, idle = () => false, follows }: Options = {},
): Promise<void> {
  if (isLocal) return say(isPassing ? 'passing' : 'on disk')
  // Packed files contain everything, wherever they were opened from.
  if (isPacked) return say('packed')
  const container = serviceWorkers()
  if (!import.meta.env.PROD || !container) return say('never')
  say('under way')
  const renew = (worker: ServiceWorker | null) => {
    if (!worker || !container.controller || !idle()) return
    // Somebody may have begun meanwhile: the page then goes on with the files it was opened with.
    const reload = () => idle() && location.reload()
    container.addEventListener('controllerchange', reload, { once: true })
    worker.postMessage('take-over' satisfies Asked)
  }
  try {
    const registration = await container.register(new URL('sw.js', document.baseURI))
    const { active } = await new Promise<ServiceWorkerRegistration>((resolve, reject) => {
      const watch = () => {
        const { installing } = registration
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed') renew(installing)
          // If the first installation fails, `ready` never resolves.
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
    if (active) await keep(active, speaker ? 'keep-speaker' : 'keep')
    say('kept')
  } catch {
    // The browser refused, or the disk is full: the deck still works with a network.
    say('failed')
  }
}
