// JavaScript, because a worker of Node 20 does not run TypeScript.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const flatten = (nodes, depth = 0) =>
  nodes.flatMap(({ title, items }) => [{ title, depth }, ...flatten(items, depth + 1)])

/** A text for comparing, with single spaces only. */
const folded = (text) => text.replace(/\s+/gu, ' ').trim()

/** Reads the text and the bookmarks of a PDF. */
export async function readPdf(pdf) {
  const { getDocument } = require('pdfjs-dist/legacy/build/pdf.mjs')
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
