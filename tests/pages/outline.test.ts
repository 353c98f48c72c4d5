import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { statementsOf } from '../../src/model/deck.ts'
import { plain } from '../../src/model/text.ts'
import { folded, slides } from '../text.ts'
import { violations } from './axe.ts'
import { newContext, open, openIn } from './browser.ts'

const outline = (options = {}) =>
  open('/outline.html', { viewport: { width: 1366, height: 768 }, ...options })

describe.for([true, false])('the outline, scripts: %s', (javaScriptEnabled) => {
  test('says every statement and logs nothing', async () => {
    const { page, complaints } = await outline({ javaScriptEnabled })
    await page.waitForLoadState('load')
    const text = folded(await page.locator('.outline').innerText())
    for (const slide of slides) {
      for (const { text: lines } of statementsOf(slide)) expect(text).toContain(plain(lines))
    }
    expect(await page.getByRole('button').count()).toBe(javaScriptEnabled ? 4 : 0)
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  })
})

describe.for(['light', 'dark'] as const)('the outline, %s', (colorScheme) => {
  test.for([1366, 360])('has nothing that axe finds at %i px, nor off the edge', async (width) => {
    const { page } = await outline({ colorScheme, viewport: { width, height: 740 } })
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const size = await page
      .locator('.outline p')
      .last()
      .evaluate((p) => getComputedStyle(p).fontSize)
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16)
    await page.context().close()
  })
})

const copied = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text() ?? ''
    return { text: await read('text/plain'), html: await read('text/html') }
  })

/** Takes the newer way away, as a page from a disk or over plain HTTP has it. */
const withoutClipboard = () =>
  Object.defineProperty(Clipboard.prototype, 'write', { value: undefined })

describe.for([false, true])('copied, the older way: %s', (older) => {
  test('it keeps its numbers and lines as text, and its lists as HTML', async () => {
    const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    if (older) await context.addInitScript(withoutClipboard)
    const { page, complaints } = await openIn(context, '/outline.html')
    await page.getByRole('button', { name: 'Chép đề cương' }).click()
    await expect.poll(() => page.locator('.notice').textContent()).toBe('Đã chép đề cương.')
    const { text, html } = await copied(page)
    expect(text).toBe(text.normalize('NFC'))
    const lines = text.split(/\r?\n/)
    for (const line of [
      'Đề cương',
      'Hội nghị báo cáo viên tháng 5/2018',
      'I. Chương trình',
      '1. Kết nối đến gần 300 điểm cầu cấp tỉnh và cấp huyện trên cả nước (đoạn 4)',
      'b) xem xét 3 báo cáo (đoạn 8)',
      'VI. Định hướng',
    ]) {
      expect(lines).toContain(line)
    }
    expect(text).not.toMatch(/[\u00a0\t]| {2}|^\s/m)
    expect(html).toContain('<ol type="I"><li><p><b>Chương trình</b></p><ol><li><p><b>')
    expect(html).not.toMatch(/data-|class=/)
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('what is hidden is left out of the numbers, on the page and copied', async () => {
  const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = await openIn(context, '/outline.html')
  await page.evaluate(() => {
    for (const selector of ['[data-group="Chuyên đề"]', '[data-of="dot-pha-2"]']) {
      document.querySelector(selector)?.toggleAttribute('hidden')
    }
  })
  await page.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect.poll(() => page.locator('.notice').textContent()).toBe('Đã chép đề cương.')
  const { text, html } = await copied(page)
  expect(text).toContain('\nII. Kết quả')
  expect(text).toContain('\n2. Đột phá 3: ')
  for (const all of [text, html]) expect(all).not.toMatch(/Chuyên đề|Đột phá 2/)
  await context.close()
})

test('what cannot be copied is said, and marked for copying by hand', async () => {
  const { page } = await outline()
  await page.evaluate(() => {
    Object.defineProperty(Clipboard.prototype, 'write', { value: undefined })
    document.execCommand = () => false
  })
  await page.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect
    .poll(() => page.locator('.notice').textContent())
    .toBe('Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  expect(await page.evaluate(() => String(getSelection()))).toContain('Đột phá 3')
  await page.context().close()
})
