import type { Browser } from 'playwright-core'
import { type ReadFile, withPage } from './open-page.ts'

/** How a page is printed. */
export interface PrintOptions {
  /** The title of the PDF, in place of the page's. */
  readonly title?: string
  /** Whom the print is for, if the page prints in more than one way. */
  readonly paper?: 'audience'
}

/**
 * Prints a page, with its files read by `read`, and returns the PDF. Throws a `DeckError`
 * if a file is missing, a font does not load or the browser crashes.
 */
export const printPage = (
  browser: Browser,
  read: ReadFile,
  page: string,
  { title, paper }: PrintOptions = {},
): Promise<Uint8Array> =>
  withPage(browser, read, { page, media: 'print' }, async (tab) => {
    if (title) {
      await tab.evaluate((title) => {
        document.title = title
      }, title)
    }
    if (paper) {
      await tab.locator('html').evaluate((root, paper) => {
        root.dataset.paper = paper
      }, paper)
    }
    return tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  })
