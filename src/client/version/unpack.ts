import { type Stock, stockOf } from './apply.ts'

declare global {
  /** What the script that lies asleep in a packed file makes known. */
  var renderer: typeof import('../../render/in-packed.tsx')
}

/**
 * Wakes the renderer. A packed file may load nothing: its script lies in it, and the file's policy
 * knows its hash.
 */
export async function unpackStock(): Promise<Stock> {
  const { deck, script } = await globalThis.asleep
  const place = document.createElement('script')
  place.textContent = script
  document.head.append(place)
  place.remove()
  return stockOf(deck, renderer.show)
}
