import type { Packed } from '../../model/deck/packed.ts'

declare global {
  /** What this packed file holds compressed; rejects where the file is damaged. */
  var asleep: Promise<Packed>
}

/** Decompresses the JSON that the build wrote into the page as gzip in base64. */
async function unpack(): Promise<Packed> {
  const letters = atob(document.querySelector('.asleep')?.textContent ?? '')
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  // The build wrote this text.
  return new Response(text).json()
}

/**
 * Runs the script of all pages, which lies compressed in the file: as text, it would take a third of
 * the file. The file's policy allows it by its hash.
 */
async function wake(): Promise<void> {
  const { pages } = await globalThis.asleep
  const script = document.createElement('script')
  script.type = 'module'
  script.textContent = pages
  document.head.append(script)
  // The page is saved as it came.
  script.remove()
}

globalThis.asleep = unpack()
void wake()
