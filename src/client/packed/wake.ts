import { fromBase85 } from '../../model/base85.ts'
import type { Packed } from '../../model/deck/packed.ts'
import { awaitPlace } from '../deck/first/resuming.ts'

declare global {
  /** The data of this packed file, decompressed; rejects if the file is damaged. */
  var asleep: Promise<Packed>
}

/** Decompresses the JSON that the build wrote into the page as gzip, as text. */
async function unpack(): Promise<Packed> {
  const bytes = fromBase85(document.querySelector('.asleep')?.textContent ?? '')
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  // The build wrote this text.
  return new Response(text).json()
}

/**
 * Runs the script of all pages. The file contains it compressed, because as text it would be a
 * third of the file; the file's policy has its hash.
 */
async function wake(): Promise<void> {
  const { pages } = await globalThis.asleep
  const script = document.createElement('script')
  script.type = 'module'
  script.textContent = pages
  document.head.append(script)
  // Removed, because a version is saved into the unchanged page.
  script.remove()
}

// Only the deck writes such a state.
awaitPlace()
globalThis.asleep = unpack()
void wake()
