import { writeFile } from 'node:fs/promises'
import { deckShown } from '../../src/build/entry.ts'
import { expectedPrints } from '../../src/cli/pdf/expected.ts'
import { finish } from '../../src/cli/pdf/finish.ts'
import { withPress } from '../../src/cli/pdf/press.ts'
import { printPage } from '../../src/cli/pdf/print-page.ts'
import { verifySlides } from '../../src/cli/pdf/verify.ts'

/** What `npm run pdf` does for the slides alone: print, verify. Rivals print nothing else. */
export async function main([path = 'slides.pdf']: readonly string[]): Promise<number> {
  await withPress(undefined, async ({ browser, read }) => {
    const { slides } = expectedPrints(deckShown())
    const { bytes } = await finish(await printPage(browser, read, 'index.html'), (content) =>
      verifySlides(content, slides),
    )
    await writeFile(path, bytes)
  })
  return 0
}
