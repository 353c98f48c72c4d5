import { expect, test } from 'vitest'
import { narrowRules, violations } from '../support/axe.ts'
import { open } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { cardOf, openVersionEditor, press, tap } from '../support/page-actions.ts'

layPackedFiles()

test.for(walked)('what was changed is listed before it is saved, on %s', async (deployment) => {
  const { page, complaints } = await open(addressesOf(deployment).review)
  await openVersionEditor(page)
  const list = page.locator('.changes')
  const rows = () => list.locator('li span').allTextContents()
  expect(await list.textContent()).toBe('Chưa thay đổi gì.')
  for (const id of ['viec-1', 'con-so']) await press(page, id, 'hide')
  await press(page, 'tu-sach', 'down')
  await press(page, 'viec-3', 'add')
  await cardOf(page, 'rieng-1').getByLabel('Ghi chú').fill('Nói chậm')
  await page.getByLabel('Nơi trình bày').fill('Xóm A')
  const moved =
    'Chuyển trang “Nối với gần 300 tủ sách ở lớp học và ở từng xóm” xuống sau trang “Khách mời được bài nêu tên”'
  await expect
    .poll(rows)
    .toEqual([
      'Ẩn 2 trang: “Sổ mượn sách ghi lại (khoá hè)”, “Việc 1”',
      moved,
      'Thêm trang “Liên hệ địa phương” sau trang “Việc 3”',
      'Thêm ghi chú trang “Liên hệ địa phương”',
      'Điền nơi trình bày: “Xóm A”',
    ])
  if (deployment === 'the built site') {
    // Of the rest of the page `version.test.ts` holds it.
    expect(await violations(page, undefined, '.version-editor')).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await violations(page, narrowRules, '.version-editor')).toEqual([])
  }
  const takeBack = (start: string) =>
    list.locator('li', { hasText: start }).getByRole('button', { name: 'Bỏ thay đổi này' }).click()
  await takeBack('Thêm trang')
  expect(await page.locator('.notice').textContent()).toContain('Đã bỏ thay đổi: thêm trang')
  expect(await page.locator('#rieng-1').count()).toBe(0)
  expect(await rows()).toEqual([
    'Ẩn 2 trang: “Sổ mượn sách ghi lại (khoá hè)”, “Việc 1”',
    moved,
    'Điền nơi trình bày: “Xóm A”',
  ])
  // The focus goes to the next row, not to the beginning of the page.
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await focused()).toBe('Bỏ thay đổi này')
  await takeBack('Điền nơi')
  expect(await page.getByLabel('Nơi trình bày').inputValue()).toBe('')
  await takeBack('Chuyển')
  await takeBack('Ẩn')
  expect(await list.textContent()).toBe('Chưa thay đổi gì.')
  expect(await focused()).toBe('Hoàn tác')
  expect(await page.locator('.summary').textContent()).toContain('Đây là bản gốc.')
  // What was taken back can be undone as everything else.
  await tap(page, '.history [data-do="undo"]')
  expect(await rows()).toEqual(['Ẩn 2 trang: “Sổ mượn sách ghi lại (khoá hè)”, “Việc 1”'])
  expect(complaints).toEqual([])
  await page.context().close()
})
