import { compactPdf } from './compact-pdf.ts'
import { type PdfContent, readPdf } from './read-pdf.ts'
import { readChromiumPdf } from './read-print.ts'

/** A PDF as it is written. */
export interface Print {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Makes a PDF that a browser has printed small, reads it back and has `verify` count its pages. What the
 * quick reader does not know, or has read so that `verify` refuses it, is read once more by a reader of
 * any PDF: `verify` throws only for what that has read.
 */
export async function finish(
  pdf: Uint8Array,
  verify: (content: PdfContent) => number,
): Promise<Print> {
  const bytes = compactPdf(pdf)
  try {
    return { bytes, pages: verify(readChromiumPdf(bytes)) }
  } catch {
    return { bytes, pages: verify(await readPdf(bytes)) }
  }
}
