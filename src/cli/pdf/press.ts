import * as entry from '../../build/entry.ts'
import { isPaperPage, paperPages } from '../../build/paper.ts'
import type { VersionFile } from '../../build/version.ts'
import { findBrowser, thisMachine } from '../browser/find-browser.ts'
import { type Browser, launch } from '../browser/launch.ts'
import type { ReadFile } from '../browser/open-page.ts'

/** A browser, the path of its program, and the pages to print with it. */
export interface Press {
  readonly browser: Browser
  readonly program: string
  readonly read: ReadFile
}

/**
 * Starts a browser while the pages of the deck, or of a private version, are made; closes it after
 * the work, even after a failure. Throws a `DeckError` if there is no browser.
 */
export async function withPress<Result>(
  version: VersionFile | undefined,
  work: (press: Press) => Promise<Result>,
): Promise<Result> {
  const program = await findBrowser(thisMachine)
  const starting = launch(program)
  const making = paperPages({ entry, version })
  try {
    const [browser, pageOf] = await Promise.all([starting, making])
    const read: ReadFile = async (path) => {
      const [, name = ''] = /^\/(.+)\.html$/.exec(path) ?? []
      return isPaperPage(name) ? pageOf(name) : null
    }
    return await work({ browser, program: program.path, read })
  } finally {
    const closing = starting.then((browser) => browser.close())
    await Promise.allSettled([closing, making])
  }
}
