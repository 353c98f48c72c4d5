import { lazyRequire } from '../../system/packages.ts'

/** The content of a PDF: the text of each page, and the bookmarks with their depth from 0. */
export interface PdfContent {
  readonly pages: readonly string[]
  readonly bookmarks: readonly Bookmark[]
}

export interface Bookmark {
  readonly title: string
  readonly depth: number
}

/** A text for comparing, with single spaces only. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** An entry of the outline, as pdf.js gives it. */
interface Entry {
  readonly title: string
  readonly items: readonly Entry[]
}

const flatten = (entries: readonly Entry[], depth = 0): readonly Bookmark[] =>
  entries.flatMap(({ title, items }) => [{ title, depth }, ...flatten(items, depth + 1)])

/** Reads the text and the bookmarks of any PDF. */
export async function readPdf(pdf: Uint8Array): Promise<PdfContent> {
  const { getDocument }: typeof import('pdfjs-dist/legacy/build/pdf.mjs') = lazyRequire(
    'pdfjs-dist/legacy/build/pdf.mjs',
  )
  // A copy, because pdf.js detaches the buffer that it is given.
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  try {
    const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
    const pages = await Promise.all(
      numbers.map(async (number) => {
        const { items } = await (await document.getPage(number)).getTextContent()
        return folded(
          items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
        )
      }),
    )
    return { pages, bookmarks: flatten((await document.getOutline()) ?? []) }
  } finally {
    await document.destroy()
  }
}
