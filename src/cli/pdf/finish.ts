import { compactPdf } from './compact-pdf.ts'
import type { PdfContent } from './read-pdf.ts'
import { readPrint } from './read-print.ts'

/** A PDF as it is written, and what it contains, read back. */
interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly content: PdfContent
}

/** Makes a PDF that a browser has printed small and reads it back. */
export async function finish(pdf: Uint8Array): Promise<FinishedPdf> {
  const bytes = compactPdf(pdf)
  return { bytes, content: await readPrint(bytes) }
}
