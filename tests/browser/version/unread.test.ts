import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { deck } from '#deck'
import { complaintsOf, newContext, openIn, presents } from '../support/browser.ts'
import { cardOf, openVersionEditor } from '../support/page-actions.ts'
import { version } from '../support/version.ts'

const of = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: deck.id }
/** As a program that comes after this one may store it. */
const newer = { ...of, form: 2, hidden: ['con-so'], own: { text: 'của tôi' } }

/** Stores a version as another program, or this one before a change of the deck, has left it. */
const store = (page: Page, value: unknown) =>
  page.evaluate(
    ([key = '', text = '']) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bao-cao-vien')
        // The hint that one is stored; a deck that learns of it later loads itself again.
        localStorage.setItem('bao-cao-vien:ban-rieng', '1')
        opening.onerror = reject
        opening.onsuccess = () => {
          const { result } = opening
          const transaction = result.transaction('kept', 'readwrite')
          transaction.objectStore('kept').put(JSON.parse(text), key)
          transaction.oncomplete = () => {
            result.close()
            resolve()
          }
        }
      }),
    [`${deck.id} ban-rieng`, JSON.stringify(value)],
  )

const stored = (page: Page) =>
  page.evaluate(
    (key) =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('bao-cao-vien')
        opening.onsuccess = () => {
          const { result } = opening
          const asked = result.transaction('kept').objectStore('kept').get(key)
          asked.onsuccess = () => {
            result.close()
            resolve(asked.result)
          }
        }
      }),
    `${deck.id} ban-rieng`,
  )

test('a version that this deck cannot read is kept, downloaded, and given up only when asked', async () => {
  const context = await newContext()
  const { page, complaints } = await openIn(context, `${inject('origin')}/review.html`)
  await openVersionEditor(page)
  await store(page, newer)

  const shown = await context.newPage()
  const words = complaintsOf(shown)
  await shown.goto(`${inject('origin')}/`)
  await presents(shown)
  await expect.poll(() => shown.locator('.notice').textContent()).toContain('đang hiện bản gốc')
  await shown.close()

  // The editor was open when it came: what is done there must not replace it.
  await cardOf(page, 'con-so').locator('[data-do="hide"]').click()
  await expect.poll(() => page.locator('.notice').textContent()).toContain('không lưu nữa')
  await expect.poll(() => stored(page)).toEqual(newer)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()

  const dialog = page.locator('#unread')
  await dialog.waitFor()
  expect(await dialog.textContent()).toContain('không mở được ở bộ trang chiếu này')
  // No way to lose it before it is in a file.
  expect(await dialog.locator('.restore').isVisible()).toBe(false)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.locator('.download').click(),
  ])
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(newer)
  await dialog.locator('.close').first().click()
  await page.getByRole('button', { name: 'Soạn bản riêng' }).click()
  // It says so again in place of an editor.
  await dialog.waitFor()
  expect(await page.locator('.version-editor').getAttribute('inert')).toBe('')
  expect(await stored(page)).toEqual(newer)
  await Promise.all([page.waitForEvent('load'), dialog.locator('.restore').click()])
  expect(await stored(page)).toBeUndefined()
  await openVersionEditor(page)
  expect(await page.locator('.version-editor .summary').textContent()).toContain('Đây là bản gốc')

  // The deck was changed since: slides of the version are gone or have other names.
  const older = {
    ...of,
    hidden: [...version.hidden, 'trang-cu'],
    notes: { 'trang-cu': 'Nói chậm' },
  }
  await store(page, older)
  await page.reload()
  await dialog.waitFor()
  expect(await dialog.textContent()).toContain('đã bỏ qua: trang-cu.')
  expect(await dialog.locator('.restore').isVisible()).toBe(false)
  expect(await stored(page)).toEqual(older)
  await dialog.locator('.close').first().click()
  // Whoever has closed it is not told again by itself, but finds it, until there are other reasons.
  await page.reload()
  await openVersionEditor(page)
  expect(await page.locator('.version-editor .summary').textContent()).toContain('Đang ẩn 4 trang')
  expect(await dialog.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Phần chưa dùng được' }).click()
  await dialog.waitFor()
  await store(page, { ...older, hidden: [...older.hidden, 'trang-khac'] })
  await page.reload()
  await dialog.waitFor()
  expect([...complaints, ...words]).toEqual([])
  await context.close()
})
