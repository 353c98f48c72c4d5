/** The content of a PDF: the text of each page, and the bookmarks with their depth from 0. */
export interface PdfContent {
  readonly pages: readonly string[]
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[]
}

/** Reads the text and the bookmarks of a PDF. */
export function readPdf(pdf: Uint8Array): Promise<PdfContent>
