import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isRepeating, statementsOf } from '../../../src/model/deck/deck.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { slides } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'
import { darkViolations, narrowRules, violations } from '../support/axe.ts'
import { newContext, open, openIn } from '../support/browser.ts'

let page: Page
let complaints: string[]

beforeAll(async () => {
  const context = await newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1366, height: 768 },
  })
  ;({ page, complaints } = await openIn(context, '/outline.html'))
  await page.waitForLoadState('load')
})
afterAll(() => page.context().close())
afterEach(() => {
  expect(complaints).toEqual([])
})

const expectEveryStatement = async (outline: Page) => {
  const text = folded(await outline.locator('.outline').innerText())
  for (const slide of slides.filter((slide) => !isRepeating(slide))) {
    for (const { text: lines } of statementsOf(slide)) expect(text).toContain(plain(lines))
  }
}

test('the outline says every statement and logs nothing', async () => {
  await expectEveryStatement(page)
  expect(await page.getByRole('button').count()).toBe(4)
})

test('the outline says every statement without scripts, and logs nothing', async () => {
  const { page: bare, complaints } = await open('/outline.html', { javaScriptEnabled: false })
  await bare.waitForLoadState('load')
  await expectEveryStatement(bare)
  expect(await bare.getByRole('button').count()).toBe(0)
  expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
  await bare.context().close()
})

test('the outline has nothing that axe finds, light or dark, wide or narrow, nor off the edge', async () => {
  for (const [width, rules] of [[1366], [360, narrowRules]] as const) {
    await page.setViewportSize({ width, height: 740 })
    expect(await violations(page, rules)).toEqual([])
    expect(await darkViolations(page)).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      const size = await page
        .locator('.outline p')
        .last()
        .evaluate((p) => getComputedStyle(p).fontSize)
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
})

/** Takes the newer way away, as a page from a disk or over plain HTTP has it. */
const withoutClipboard = () =>
  Object.defineProperty(Clipboard.prototype, 'write', { value: undefined })

/** Copies the outline, and reads what was copied. */
async function copied() {
  // What was copied before is not what is read.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.locator('.notice').evaluate((notice) => notice.replaceChildren())
  await page.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect.poll(() => page.locator('.notice').textContent()).toBe('Đã chép đề cương.')
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text() ?? ''
    return { text: await read('text/plain'), html: await read('text/html') }
  })
}

describe.for([false, true])('copied, the older way: %s', (older) => {
  test('it keeps its numbers and lines as text, and its lists as HTML', async () => {
    if (older) await page.evaluate(withoutClipboard)
    const { text, html } = await copied()
    expect(text).toBe(text.normalize('NFC'))
    const lines = text.split(/\r?\n/)
    for (const line of [
      'Đề cương',
      'Ngày hội sách tháng 10/2031',
      'I. Buổi sáng',
      '1. Nối với gần 300 tủ sách ở lớp học và ở từng xóm (đoạn 2)',
      'b) cho mượn 12 truyện tranh (đoạn 7, 8)',
      'V. Ba việc cho mùa đông',
      '(9) tập thơ Mưa bụi có tranh vẽ (đoạn 9)',
    ]) {
      expect(lines).toContain(line)
    }
    expect(text).not.toMatch(/[\u00a0\t]| {2}|^\s/m)
    expect(html).toContain('<ol type="I"><li><p><b>Buổi sáng</b></p><ol><li><p><b>')
    expect(html).not.toMatch(/data-|class=/)
  })
})

test('what is hidden is left out of the numbers, on the page and copied', async () => {
  await page.reload()
  await page.evaluate(() => {
    for (const selector of ['[data-group="Chuyện kể"]', '[data-of="viec-2"]']) {
      document.querySelector(selector)?.toggleAttribute('hidden')
    }
  })
  const { text, html } = await copied()
  expect(text).toContain('\nII. Con số')
  expect(text).toContain('\n2. Việc 3: ')
  // The appendix, which is rendered with the version, is not hidden here.
  for (const all of [text, html]) {
    expect(all.slice(0, all.indexOf('Phụ lục'))).not.toMatch(/Chuyện kể|Việc 2/)
  }
})

test('what cannot be copied is said, and marked for copying by hand', async () => {
  await page.evaluate(() => {
    Object.defineProperty(Clipboard.prototype, 'write', { value: undefined })
    document.execCommand = () => false
  })
  await page.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect
    .poll(() => page.locator('.notice').textContent())
    .toBe('Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  expect(await page.evaluate(() => String(getSelection()))).toContain('Việc 3')
})
