import type { Packed } from '../../model/deck/packed.ts'
import { element } from '../ui/dom.ts'
import { type Stock, stockOf } from './apply.ts'

declare global {
  /** What the script that lies asleep in a packed file makes known. */
  var renderer: typeof import('../../render/in-packed.tsx')
}

let unpacking: Promise<Packed> | undefined

/** What this file holds asleep: packed JSON, gzip, written in base64. */
export function unpacked(): Promise<Packed> {
  unpacking ??= unpack()
  return unpacking
}

async function unpack(): Promise<Packed> {
  const letters = atob(element('.asleep').textContent ?? '')
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  // What stands there was written by the build.
  return (await new Response(text).json()) as Packed
}

/**
 * Wakes the renderer. A packed file may load nothing: its script lies in it, and the file's policy
 * knows its hash.
 */
export async function unpackStock(): Promise<Stock> {
  const { deck, script } = await unpacked()
  const place = document.createElement('script')
  place.textContent = script
  document.head.append(place)
  place.remove()
  return stockOf(deck, renderer.show)
}
