import { lazyRequire } from '../../system/packages.ts'

/** The content of a PDF: the text of each page, and the bookmarks with their depth from 0. */
export interface PdfContent {
  readonly pages: readonly string[]
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[]
}

interface OutlineNode {
  readonly title: string
  readonly items: readonly OutlineNode[]
}

const flatten = (nodes: readonly OutlineNode[], depth = 0): PdfContent['bookmarks'] =>
  nodes.flatMap(({ title, items }) => [{ title, depth }, ...flatten(items, depth + 1)])

/** A text for comparing, with single spaces only. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Reads the text and the bookmarks of a PDF. */
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
    const outline: readonly OutlineNode[] = (await document.getOutline()) ?? []
    return { pages, bookmarks: flatten(outline) }
  } finally {
    await document.destroy()
  }
}
