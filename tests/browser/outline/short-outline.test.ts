import { expect, test } from 'vitest'
import { deck } from '#deck'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original } from '../../../src/model/version/version.ts'
import { render } from '../../../src/render/render.tsx'
import { newContext, openIn } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { openVersionEditor } from '../support/page-actions.ts'

layPackedFiles()

const short = applyVersion(deck, { ...original, running: 'short' })
const letters = (text: string): string => text.replace(/\s+/gu, '')

test.for(walked)(
  'the outline of the short running order keeps its parts, on %s',
  async (deployment) => {
    const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const { page: editor } = await openIn(context, addressesOf(deployment).review)
    await openVersionEditor(editor)
    await editor.getByLabel('Rút gọn (tối đa 10 phút)').check()
    const { page, complaints } = await openIn(context, addressesOf(deployment).outline)
    const left = deck.parts.flatMap(({ slides }) => slides.filter(({ core }) => !core))
    await expect.poll(() => page.locator(`[data-of="${left[0]?.id}"]`).isVisible()).toBe(false)
    const shown = await page.locator('.outline').innerText()
    for (const { name, heading = name } of short.parts) expect(shown).toContain(heading)

    await page.getByRole('button', { name: 'Chép đề cương' }).click()
    await expect.poll(() => page.locator('.notice').textContent()).toBe('Đã chép đề cương.')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    short.parts.forEach(({ name, heading = name }, at) => {
      expect(copied).toContain(`\n${['I', 'II', 'III', 'IV', 'V', 'VI'][at]}. ${heading}`)
    })
    const paper = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    for (const { name, heading = name } of short.parts)
      expect(letters(paper.pages.join(''))).toContain(letters(heading))
    expect(complaints).toEqual([])

    await page.evaluate((html) => {
      const built = new DOMParser().parseFromString(html, 'text/html').querySelector('.outline')
      if (built) document.querySelector('.outline')?.replaceWith(built)
    }, render('outline', short).body)
    expect(shown).toBe(await page.locator('.outline').innerText())
    await context.close()
  },
)
