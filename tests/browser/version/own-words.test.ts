import { readFile } from 'node:fs/promises'
import type { BrowserContext, Dialog, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { has, newContext, openIn } from '../support/browser.ts'
import {
  cardOf,
  openVersionEditor,
  readVersionFile,
  restore,
  tap,
} from '../support/page-actions.ts'

/** Seven points as Word hands them over: bullets of three kinds, numbers, one of 112 letters. */
const long =
  'Ý ba dài hơn chỗ có trên trang chiếu, vì nói về việc đưa nghị quyết vào cuộc sống ở từng thôn, từng bản của huyện A'
const pasted = [
  '\uf0b7\tÝ một',
  '•\tÝ hai',
  `–  ${long}`,
  '1.\tÝ bốn',
  'a) Ý năm',
  'o\tÝ sáu',
  '§\tÝ bảy',
].join('\r\n')
const points = ['Ý một', 'Ý hai', long, 'Ý bốn', 'Ý năm', 'Ý sáu', 'Ý bảy'].join('\n')
const title = 'Liên hệ việc thực hiện nghị quyết ở các xã, thị trấn trong huyện A'
const place = 'Hội trường lớn của Trung tâm bồi dưỡng chính trị huyện A'

const paste = async (page: Page, text: string) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await page.keyboard.press('Control+V')
}
/** Drags text from elsewhere into a field. */
async function drop(page: Page, text: string, field: Locator): Promise<void> {
  await page.evaluate((text) => {
    const elsewhere = document.createElement('textarea')
    elsewhere.id = 'elsewhere'
    elsewhere.value = text
    elsewhere.style.cssText = 'position: fixed; inset: auto auto 0 0; z-index: 9'
    document.body.append(elsewhere)
    elsewhere.select()
  }, text)
  await page.locator('#elsewhere').dragTo(field, { sourcePosition: { x: 20, y: 12 } })
  await page.locator('#elsewhere').evaluate((one) => one.remove())
}
/** How much room the words of a field take, and what is said of them. */
const beside = (field: Locator) =>
  field.evaluate((field) => {
    const room = field.closest('label')?.nextElementSibling
    return [...(room?.querySelectorAll('.taken, .remarks p') ?? [])].map((line) => line.textContent)
  })

let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  ;({ page, complaints } = await openIn(context, '/review.html'))
  await openVersionEditor(page)
})
afterAll(() => context.close())

test('words of one’s own beyond their room stay in the field, are named, and cut at a word', async () => {
  await tap(page, '.version-editor [data-do="add"]')
  const own = cardOf(page, 'rieng-1')
  await own.getByLabel('Các ý').focus()
  await paste(page, pasted)
  await own.getByLabel('Đầu đề').fill(title)
  await drop(
    page,
    `•\t${place.slice(0, 14)}\r\n${place.slice(15)}`,
    page.getByLabel('Nơi trình bày'),
  )
  await own.getByLabel('Ghi chú của tôi').fill('Cảm ơn 👍🏽 สวัสดี')

  const fields = async () => [
    await own.getByLabel('Đầu đề').inputValue(),
    await own.getByLabel('Các ý').inputValue(),
    await page.getByLabel('Nơi trình bày').inputValue(),
  ]
  expect(await fields()).toEqual([title, points, place])
  expect(await beside(own.getByLabel('Các ý'))).toEqual([
    '7/5 ý, 9/6 dòng',
    'Ý 3 dài quá chỗ, phần không hiện: “bản của huyện A”.',
    'Ý 5 không còn chỗ, không hiện: “Ý năm”.',
    'Ý 6 không còn chỗ, không hiện: “Ý sáu”.',
    'Ý 7 không còn chỗ, không hiện: “Ý bảy”.',
  ])
  expect(await beside(own.getByLabel('Đầu đề'))).toEqual([
    '66/60 ký tự',
    'Đầu đề dài quá chỗ, phần không hiện: “huyện A”.',
  ])
  expect(await beside(page.getByLabel('Nơi trình bày'))).toEqual([
    '56/40 ký tự',
    'Nơi trình bày dài quá chỗ, phần không hiện: “chính trị huyện A”.',
  ])
  expect((await beside(own.getByLabel('Ghi chú của tôi'))).join(' ')).toContain(
    'Phông chữ không có “👍🏽”, “ส”, “วั”',
  )
  const slide = async () => [
    await own.locator('.title').textContent(),
    ...(await own.locator('.rows li').allTextContents()),
    await page.locator('#ngay-sach .own-cover .own-text').textContent(),
  ]
  const shown = [
    'Liên hệ việc thực hiện nghị quyết ở các xã, thị trấn trong…',
    'Ý một',
    'Ý hai',
    'Ý ba dài hơn chỗ có trên trang chiếu, vì nói về việc đưa nghị quyết vào cuộc sống ở từng thôn, từng…',
    'Ý bốn',
    'Hội trường lớn của Trung tâm bồi dưỡng…',
  ]
  await expect.poll(slide).toEqual(shown)
  // Of the rest of the page `version.test.ts` holds it.
  for (const part of ['.version-editor', '.card:has(#rieng-1)', '.card:has(#con-so)']) {
    expect(await violations(page, undefined, part), part).toEqual([])
  }

  await page.reload()
  await openVersionEditor(page)
  expect(await fields()).toEqual([title, points, place])
  expect(await slide()).toEqual(shown)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu thay đổi ra tệp' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  await restore(page)
  await readVersionFile(page, text)
  expect(await fields()).toEqual([title, points, place])
  expect(complaints).toEqual([])
  await restore(page)
})

test('words that cannot be kept stay where they are typed, and are said to be so', async () => {
  const note = cardOf(page, 'con-so').getByLabel('Ghi chú của tôi')
  const old = 'Céng hßa x· héi chñ nghÜa ViÖt Nam'
  await note.fill(old)
  await page.getByLabel('Nơi trình bày').fill('Hội trường A')
  await expect.poll(() => page.locator('.own-cover').count()).toBe(1)
  expect(await note.inputValue()).toBe(old)
  const said = cardOf(page, 'con-so').locator('.remarks')
  expect(await said.textContent()).toContain('Chuyển sang Unicode rồi dán lại.')
  await note.fill('')
})

test('a tab is closed without a question, unless words would be lost with it', async () => {
  /** Whether a page asks before it goes. */
  const asks = async (page: Page) => {
    let asked = false
    const answer = (dialog: Dialog) => {
      asked = dialog.type() === 'beforeunload'
      void dialog.accept()
    }
    page.on('dialog', answer)
    await page.reload()
    page.off('dialog', answer)
    await has(page, '.version-editor:not([inert])')
    return asked
  }
  await restore(page)
  await page.getByLabel('Nơi trình bày').fill('Hội trường A')
  expect(await asks(page)).toBe(false)
  await openVersionEditor(page)
  await cardOf(page, 'con-so')
    .getByLabel('Ghi chú của tôi')
    .fill('Céng hßa x· héi chñ nghÜa ViÖt Nam')
  expect(await asks(page)).toBe(true)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked', 'SecurityError')
    }
  })
  await page.reload()
  await openVersionEditor(page)
  await page.getByLabel('Rút gọn (tối đa 10 phút)').click()
  await page.getByLabel('Đầy đủ').click()
  expect(await asks(page)).toBe(false)
  await openVersionEditor(page)
  await page.getByLabel('Nơi trình bày').fill('Hội trường A')
  expect(await asks(page)).toBe(true)
  await openVersionEditor(page)
  await page.getByLabel('Nơi trình bày').fill('Hội trường A')
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu thay đổi ra tệp' }).click(),
  ])
  expect(await asks(page)).toBe(false)
  await page.close()
  // A disk that takes the words and never says that it has them.
  const { page: stuck } = await openIn(context, '/review.html')
  await openVersionEditor(stuck)
  await stuck.evaluate(() => {
    // A request is an event target; this one has no events.
    IDBObjectStore.prototype.put = () => new EventTarget() as IDBRequest<IDBValidKey>
  })
  await stuck.clock.install()
  await stuck.getByLabel('Nơi trình bày').fill('Hội trường B')
  await stuck.clock.runFor(6000)
  expect(await stuck.locator('.notice').textContent()).toBe(
    'Máy này chưa ghi xong bản riêng. Bấm “Lưu thay đổi ra tệp” trước khi đóng.',
  )
  expect(await asks(stuck)).toBe(true)
  await context.close()
})
