import { type Piece, withRepeats } from '../../model/repeats.ts'
import { element } from '../ui/dom.ts'

/** Reads what an element of the page holds as packed JSON: in pieces, gzip, written in base64. */
export async function unpack<Value>(selector: string): Promise<Value> {
  const letters = atob(element(selector).textContent ?? '')
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  // What stands there was written by the build.
  const pieces = (await new Response(text).json()) as readonly Piece[]
  return JSON.parse(withRepeats(pieces)) as Value
}
