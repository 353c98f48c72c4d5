import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { has, newContext, openIn } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import {
  cardOf,
  giveFile,
  openVersionEditor,
  press,
  restore,
  tap,
} from '../support/page-actions.ts'

layPackedFiles()

const button = (page: Page, name: 'Hoàn tác' | 'Làm lại') =>
  page.locator('.history').getByRole('button', { name, exact: true })
/** What a button would do, as a screen reader adds it to its name. */
const would = (page: Page, name: 'Hoàn tác' | 'Làm lại') => button(page, name).getAttribute('title')
const notice = (page: Page) => page.locator('.notice').textContent()
const summary = (page: Page) => page.locator('.summary').textContent()

/** The slides in order, which of them are hidden, and the text of every field. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const valuesIn = (root: Element | null) =>
      [...(root?.querySelectorAll<HTMLInputElement>('[name]') ?? [])].map(
        ({ value, checked }) => `${value}${checked}`,
      )
    const cards = [...document.querySelectorAll('.card')].map((card) =>
      [card.querySelector('section')?.id, card.ariaLabel, ...valuesIn(card)].join(' | '),
    )
    return [...cards, ...valuesIn(document.querySelector('.version-editor'))].join('\n')
  })

async function edit(page: Page) {
  await openVersionEditor(page)
  // Stands there from the first drawing on.
  await has(page, '.history button')
}

/** Presses a button of the history, within the page. */
const go = (page: Page, way: 'undo' | 'redo') => tap(page, `.history [data-do="${way}"]`)

describe.for(walked)('on %s', (deployment) => {
  // One machine and its window; a test that has changed something gives the version up for good.
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    context = await newContext()
    ;({ page, complaints } = await openIn(context, addressesOf(deployment).review))
    await edit(page)
  })
  afterAll(() => context.close())

  test('everything is undone and made again, also after the page was loaded again', async () => {
    expect(await button(page, 'Hoàn tác').isDisabled()).toBe(true)
    const states = [await stateOf(page)]
    const said: (string | null)[] = []
    const note = async (act: () => Promise<unknown>, words: string) => {
      await act()
      await expect.poll(() => would(page, 'Hoàn tác')).toBe(`Hoàn tác: ${words} (Ctrl+Z)`)
      states.push(await stateOf(page))
      said.push(words)
    }
    const own = cardOf(page, 'rieng-1')
    const added = 'thêm trang “Liên hệ địa phương” sau trang “Việc 3”'
    await note(() => press(page, 'viec-1', 'hide'), 'ẩn trang “Việc 1”')
    await note(
      () => press(page, 'viec-2', 'down'),
      'chuyển trang “Việc 2” xuống sau trang “Việc 3”',
    )
    await note(
      () => page.getByRole('button', { name: 'Lên: Con số' }).click(),
      'chuyển phần “Con số” lên trước phần “Chuyện kể”',
    )
    await note(
      () => page.getByLabel('Nơi trình bày').pressSequentially('Xóm A'),
      'điền nơi trình bày: “Xóm A”',
    )
    await note(() => press(page, 'viec-3', 'add'), added)
    await note(
      () => own.getByLabel('Đầu đề').fill('Xóm ta'),
      'đổi đầu đề trang “Liên hệ địa phương” thành “Xóm ta”',
    )
    await note(() => own.getByLabel('Các ý').fill('Một\nHai'), 'sửa các ý trang “Xóm ta”')
    await note(
      () => own.getByLabel('Thời lượng').fill('2'),
      'đặt thời lượng trang “Xóm ta”: 2 phút',
    )
    await note(() => own.getByLabel('Ghi chú').fill('Nói chậm'), 'thêm ghi chú trang “Xóm ta”')
    await note(
      () => page.getByLabel('Rút gọn').check(),
      `chọn bản rút gọn: bớt ${slides.filter(({ core }) => !core).length} trang`,
    )
    await note(async () => {
      await press(page, 'rieng-1', 'remove')
      await tap(page, '#removing .remove')
    }, 'xoá trang “Xóm ta”')
    await note(async () => {
      const of = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: 'ngay-hoi-sach' }
      await giveFile(page, 'x.json', JSON.stringify({ ...of, hidden: ['con-so'] }))
      await tap(page, '#reading .use')
    }, 'mở bản riêng từ tệp')
    await note(() => restore(page), 'trả về bản gốc')
    expect(await summary(page)).toContain('Đây là bản gốc.')

    let at = states.length - 1
    const back = async () => {
      await go(page, 'undo')
      at -= 1
      expect(await notice(page)).toBe(`Đã hoàn tác: ${said[at]}.`)
      expect(await stateOf(page)).toBe(states[at])
    }
    // The buttons are clicked once; then what they do is the claim.
    await button(page, 'Hoàn tác').click()
    await button(page, 'Làm lại').click()
    expect(await stateOf(page)).toBe(states[at])
    for (let step = 0; step < 3; step++) await back()
    await page.reload()
    await edit(page)
    expect(await stateOf(page)).toBe(states[at])
    expect(await would(page, 'Làm lại')).toBe(`Làm lại: ${said[at]} (Ctrl+Y)`)
    while (at > 0) await back()
    expect(await button(page, 'Hoàn tác').isDisabled()).toBe(true)
    // The focus stays beside a button that can do nothing any more.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Làm lại')
    await page.reload()
    await edit(page)
    for (; at < said.length; at++) {
      await go(page, 'redo')
      expect(await stateOf(page)).toBe(states[at + 1])
    }
    // What is erased leaves nothing to go back to.
    await restore(page, 'erase')
    expect(await button(page, 'Hoàn tác').isDisabled()).toBe(true)
    await page.reload()
    await edit(page)
    expect(await button(page, 'Hoàn tác').isDisabled()).toBe(true)
    expect(complaints).toEqual([])
  })

  test('without storage the page itself remembers', async () => {
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    })
    await page.goto(addressesOf(deployment).review)
    await edit(page)
    await press(page, 'viec-1', 'hide')
    await press(page, 'viec-2', 'hide')
    await page.keyboard.press('Control+z')
    expect(await summary(page)).toContain('Đang ẩn 1 trang.')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await summary(page)).toContain('Đây là bản gốc.')
    await page.keyboard.press('Control+Shift+Z')
    await page.keyboard.press('Control+y')
    expect(await summary(page)).toContain('Đang ẩn 2 trang.')
    await page.close()
  })

  test('keys undo steps outside of fields, and letters within', async () => {
    // Not while no version is made.
    await press(page, 'viec-1', 'hide')
    await page.getByRole('button', { name: 'Soạn bản riêng' }).click()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Soạn bản riêng' }).click()
    expect(await summary(page)).toContain('Đang ẩn 1 trang.')
    const note = cardOf(page, 'con-so').getByLabel('Ghi chú')
    await note.pressSequentially('Một')
    await expect.poll(() => would(page, 'Hoàn tác')).toContain('thêm ghi chú')
    await page.keyboard.press('Control+z')
    expect(await note.inputValue()).not.toBe('Một')
    expect(await summary(page)).toContain('Đang ẩn 1 trang.')
    await note.fill('Một')
    // Another field, and this one again: a step each.
    await cardOf(page, 'viec-2').getByLabel('Ghi chú').fill('Hai')
    await note.fill('Một, hai')
    await expect.poll(() => would(page, 'Hoàn tác')).toContain('sửa ghi chú')
    await note.blur()
    for (const [first, second] of [
      ['Một', 'Hai'],
      ['Một', ''],
      ['', ''],
    ]) {
      await page.keyboard.press('Control+z')
      expect(await note.inputValue()).toBe(first)
      expect(await cardOf(page, 'viec-2').getByLabel('Ghi chú').inputValue()).toBe(second)
    }
    // Typed and left at once: nothing is lost.
    await note.fill('Ba')
    await page.reload()
    await edit(page)
    expect(await note.inputValue()).toBe('Ba')
    expect(await would(page, 'Hoàn tác')).toContain('thêm ghi chú')
    await restore(page, 'erase')
  })

  test('two windows that do not hear of each other lose nothing, and undo only what they show', async () => {
    const { review } = addressesOf(deployment)
    const one = page
    const other = await context.newPage()
    await other.addInitScript(() => {
      BroadcastChannel.prototype.addEventListener = () => undefined
    })
    await other.goto(review)
    await edit(other)
    await press(one, 'viec-1', 'hide')
    await expect.poll(() => would(one, 'Hoàn tác')).toContain('“Việc 1”')
    await other.bringToFront()
    await press(other, 'viec-2', 'hide')
    await expect.poll(() => summary(other)).toContain('Đang ẩn 2 trang.')
    await expect.poll(() => summary(one)).toContain('Đang ẩn 2 trang.')
    expect(await would(one, 'Hoàn tác')).toContain('ẩn trang “Việc 2”')
    await one.bringToFront()
    await press(one, 'viec-3', 'hide')
    await expect.poll(() => summary(one)).toContain('Đang ẩn 3 trang.')
    await other.bringToFront()
    await go(other, 'undo')
    await expect.poll(() => summary(other)).toContain('Đang ẩn 3 trang.')
    expect(await notice(other)).toBe(
      'Bản riêng vừa được đổi ở cửa sổ khác. Đang hiện bản mới nhất.',
    )
    expect(await would(other, 'Hoàn tác')).toContain('ẩn trang “Việc 3”')
    await go(other, 'undo')
    await expect.poll(() => summary(one)).toContain('Đang ẩn 2 trang.')
    expect(await would(one, 'Làm lại')).toContain('ẩn trang “Việc 3”')
    await other.close()
    await restore(one, 'erase')
  })

  test('two windows of which one is typed in go on from each other', async () => {
    const one = page
    const { page: other } = await openIn(context, addressesOf(deployment).review)
    await edit(other)
    const note = cardOf(other, 'con-so').getByLabel('Ghi chú')
    for (const [at, letter] of [...'Noi cham rai'].entries()) {
      await note.press(letter === ' ' ? 'Space' : letter)
      if (at === 4) await press(one, 'viec-1', 'hide')
    }
    await expect.poll(() => summary(other)).toContain('Đang ẩn 1 trang.')
    await expect
      .poll(() => cardOf(one, 'con-so').getByLabel('Ghi chú').inputValue())
      .toBe('Noi cham rai')
    expect(await note.inputValue()).toBe('Noi cham rai')
    expect(await summary(one)).toContain('Đang ẩn 1 trang.')
    // The caret stays in a window that is left for another.
    const left = cardOf(one, 'con-so').getByLabel('Ghi chú')
    await left.focus()
    await one.evaluate(() => {
      document.hasFocus = () => false
    })
    await note.press('!')
    await expect.poll(() => left.inputValue()).toBe('Noi cham rai!')
  })
})
test('a saved file tells nothing of the past, and has one of its own once it is opened', async () => {
  const context = await newContext()
  const { page } = await openIn(context, addressesOf('the packed file').review)
  await edit(page)
  const note = cardOf(page, 'con-so').getByLabel('Ghi chú')
  await note.fill('Nói riêng')
  await expect.poll(() => would(page, 'Hoàn tác')).toContain('thêm ghi chú')
  await note.fill('')
  await press(page, 'viec-1', 'hide')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu bản riêng để gửi' }).click(),
  ])
  const path = join(inject('prints'), 'ban-rieng-da-luu.html')
  await download.saveAs(path)
  expect(await readFile(path, 'utf8')).not.toContain('Nói riêng')
  const { page: file } = await openIn(context, `${pathToFileURL(path).href}?doc-truoc`)
  await edit(file)
  expect(await summary(file)).toContain('Đang ẩn 1 trang.')
  expect(await button(file, 'Hoàn tác').isDisabled()).toBe(true)
  await press(file, 'viec-2', 'hide')
  await restore(file)
  await file.reload()
  await edit(file)
  expect(await summary(file)).toContain('Đây là bản gốc.')
  await go(file, 'undo')
  expect(await summary(file)).toContain('Đang ẩn 2 trang.')
  await go(file, 'undo')
  expect(await summary(file)).toContain('Đang ẩn 1 trang.')
  expect(await button(file, 'Hoàn tác').isDisabled()).toBe(true)
  // The machine's own version has gone its own way.
  expect(await summary(page)).toContain('Đang ẩn 1 trang.')
  expect(await would(page, 'Hoàn tác')).toContain('ẩn trang “Việc 1”')
  await context.close()
})
