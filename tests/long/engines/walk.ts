import { vi } from 'vitest'
import { evaluate, type Window } from './engine.ts'
import { linesOf, place, railOf } from './probe.ts'

/** What a window is given to get somewhere; another engine on a busy machine is not the fastest. */
export const soon = { timeout: 20_000, interval: 50 }

/** What a walk through the whole deck saw. */
export interface Walk {
  readonly positions: string[]
  readonly lines: Record<string, readonly (readonly string[])[]>
  readonly rails: Record<string, number | undefined>
}

/** A deck, once it presents. */
export const presented = async (window: Window): Promise<Window> => {
  await vi.waitUntil(async () => (await evaluate(window, place)).id, soon)
  // What S opens is loaded once the deck works; WebKit opens no window for a key that had to wait.
  const controls = "document.querySelector('.toolbar:not([hidden])') !== null"
  await vi.waitUntil(() => window.value(controls), soon)
  return window
}

/** Walks through the whole deck from where it is, by key. */
export async function walk(window: Window): Promise<Walk> {
  const walked: Walk = { positions: [], lines: {}, rails: {} }
  await window.value('document.fonts.ready.then(() => true)')
  for (let before = ''; ; ) {
    const { id, step } = await evaluate(window, place)
    const at = `${id}/${step}`
    if (at === before) return walked
    before = at
    walked.positions.push(at)
    if (!(id in walked.lines)) {
      walked.lines[id] = await evaluate(window, linesOf, 'section.present')
      walked.rails[id] = await evaluate(window, railOf, 'section.present')
    }
    await window.press('PageDown')
  }
}
