import { writeFile } from 'node:fs/promises'
import { deckShown } from '../../src/build/entry.ts'
import { buildPages, dist } from '../../src/cli/build.ts'
import { expectedPrints } from '../../src/cli/pdf/expected.ts'
import { findBrowser, launch, thisMachine } from '../../src/cli/pdf/find-browser.ts'
import { printPage } from '../../src/cli/pdf/print-page.ts'
import { verifySlides } from '../../src/cli/pdf/verify.ts'

/**
 * What `npm run pdf` does for the slides alone: build, print, verify. Rivals print nothing else.
 */
export async function main([path = 'slides.pdf']: readonly string[]): Promise<number> {
  const starting = launch(await findBrowser(thisMachine))
  try {
    const [browser] = await Promise.all([starting, buildPages(dist, { mode: 'print' })])
    const pdf = await printPage(browser, dist, 'index.html')
    await verifySlides(pdf, expectedPrints(deckShown()).slides)
    await writeFile(path, pdf)
  } finally {
    await (await starting).close()
  }
  return 0
}
