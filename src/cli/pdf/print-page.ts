import type { Browser } from 'playwright-core'
import { lazyRequire } from '../../system/packages.ts'
import { withPage } from './open-page.ts'

/**
 * Halves the size of a PDF: moves its tags into compressed object streams, which Chromium does not
 * write.
 */
async function compact(pdf: Uint8Array, title: string | undefined): Promise<Uint8Array> {
  // Lazy require; the CommonJS build loads three times faster.
  const { PDFDocument }: typeof import('@cantoo/pdf-lib') = lazyRequire('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (title) document.setTitle(title)
  return document.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY })
}

interface Options {
  /** Replaces the page's title in the PDF. */
  readonly title?: string
  /** Whom the print is for, if the page prints in more than one way. */
  readonly paper?: 'audience'
}

/**
 * Prints a built page, with its files read from `folder`, and returns the PDF. Throws a `DeckError`
 * if a file is missing, a font does not load or the browser crashes.
 */
export const printPage = (
  browser: Browser,
  folder: string,
  page: string,
  { title, paper }: Options = {},
): Promise<Uint8Array> =>
  withPage(browser, folder, { page, media: 'print' }, async (tab) => {
    if (paper) {
      await tab.locator('html').evaluate((root, paper) => {
        root.dataset.paper = paper
      }, paper)
    }
    const pdf = await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    return await compact(pdf, title)
  })
