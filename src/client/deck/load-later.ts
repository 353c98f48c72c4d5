import { onSign } from '../browser/sign.ts'
import { sayUnloaded } from '../ui/unloaded.ts'

/** What the deck needs only once it works: a module of its own. */
export type Later = typeof import('./later/later.ts')

/** Signs of somebody at the window, who may want more than to turn the page. */
const kinds = ['pointermove', 'pointerdown', 'click', 'wheel'] as const

/** How long the browser may have no time, in ms; and how long to wait where it does not tell. */
const patience = 2000
const pause = 200

let later: Later | undefined
let loading: Promise<Later> | undefined

/** Loads the module. After a failure, browsers do not ask for it again until the page is reloaded. */
function load(): Promise<Later> {
  loading ??= import('./later/later.ts').then((module) => {
    later = module
    return module
  })
  return loading
}

/** Says that the module cannot be loaded, once. */
function sayMissing(): void {
  if (document.querySelector('.unloaded')) return
  const box = document.createElement('aside')
  box.className = 'live unloaded'
  document.body.append(box)
  sayUnloaded(box, 'Chưa tải được phần này')
}

/**
 * Uses the module, which is loaded if it is not there yet. If it cannot be loaded, the page says so.
 */
export function useLater(use: (later: Later) => void): void {
  if (later) use(later)
  else load().then(use, sayMissing)
}

/**
 * Loads the module as soon as everything that the page shows is loaded and the browser has time, or at
 * the first sign of somebody at the window, and calls `use` once, with the last sign.
 */
export function prepareLater(use: (later: Later, sign?: Event) => void): void {
  const done = new AbortController()
  let seen: Event | undefined
  const prepare = (sign?: Event) => {
    seen = sign ?? seen
    load().then(
      (module) => {
        if (!done.signal.aborted) use(module, seen)
        done.abort()
      },
      () => undefined,
    )
  }
  onSign(kinds, prepare, { signal: done.signal })
  const rest = () => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(() => prepare(), { timeout: patience })
    else setTimeout(prepare, pause)
  }
  if (document.readyState === 'complete') rest()
  else addEventListener('load', rest, { once: true })
}
