import { type Stock, stockOf } from './apply.ts'

declare global {
  /** The renderer, which the packed script defines as a global. */
  var renderer: typeof import('../../render/in-packed.tsx')
}

/**
 * Runs a script of this packed file. A packed file may not load anything: the script is inserted
 * inline, and the file's policy has its hash.
 */
export function runPacked(script: string): void {
  const place = document.createElement('script')
  place.textContent = script
  document.head.append(place)
  place.remove()
}

/** Runs the packed renderer and gives the stock of the packed deck. */
export async function unpackStock(): Promise<Stock> {
  const { deck, script } = await globalThis.asleep
  runPacked(script)
  return stockOf(deck, renderer)
}
