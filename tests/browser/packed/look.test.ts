import { expect, test } from 'vitest'
import { has, newContext } from '../support/browser.ts'
import { addressesOf, deployments, layPackedFiles } from '../support/deployments.ts'

layPackedFiles()

test('the notes and sources of a packed file look as on its site, on screen and on paper', async () => {
  const looks: string[][] = []
  const page = await (await newContext()).newPage()
  for (const deployment of deployments) {
    await page.goto(addressesOf(deployment).review)
    await has(page, '.card .sources dl')
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      looks.push(
        await page.evaluate(() =>
          [...document.querySelectorAll('.card:first-of-type > :is(.notes, .sources)')].map(
            (part) => {
              const { display, overflow, padding, borderWidth, background, font } =
                getComputedStyle(part)
              const family = / "?[A-Z].*/
              const letters = font.replace(family, '')
              return [
                part.className,
                display,
                overflow,
                padding,
                borderWidth,
                background,
                letters,
              ].join('; ')
            },
          ),
        ),
      )
    }
  }
  await page.context().close()
  const [screen, paper, packedScreen, packedPaper] = looks
  expect(screen).toHaveLength(2)
  expect(packedScreen).toEqual(screen)
  expect(packedPaper).toEqual(paper)
})
