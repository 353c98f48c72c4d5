import type { Browser } from '../browser/launch.ts'
import { type ReadFile, withPage } from '../browser/open-page.ts'

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
  withPage(browser, read, { page, media: 'paper' }, async (tab) => {
    await tab.run(
      (title, paper) => {
        if (title) document.title = title
        if (paper) document.documentElement.dataset.paper = paper
      },
      title,
      paper,
    )
    return tab.print()
  })
