import { test } from 'vitest'
import { open } from '../support/browser.ts'
import { expectWhole } from '../support/marks.ts'
import { openVersionEditor, readVersionFile } from '../support/page-actions.ts'

test('no mark of a letter is cut on the page to read beforehand, its dialogs and its fields', async () => {
  const { page } = await open('/review.html')
  await page.setViewportSize({ width: 1366, height: 768 })
  await openVersionEditor(page)
  await readVersionFile(page)
  await page.waitForSelector('#rieng-1')
  await expectWhole(page, 'page')
  for (const key of ['m', '/', 'h', 'i']) {
    await page.keyboard.press(key)
    await page.waitForSelector('dialog[open]')
    await expectWhole(page, key, 'dialog[open]')
    await page.keyboard.press('Escape')
  }
  await page.context().close()
})
