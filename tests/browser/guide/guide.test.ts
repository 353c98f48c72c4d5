import { expect, inject, test } from 'vitest'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { notesIn } from '../../support/notes.ts'
import { darkViolations, violations } from '../support/axe.ts'
import { open, present, presents } from '../support/browser.ts'
import { addressesOf, fileAddress, layPackedFiles } from '../support/deployments.ts'
import { fontsOf } from '../support/pdf-parts.ts'

layPackedFiles()

test('the guide is reached from the help of the deck, and leads back', async () => {
  const { page, complaints } = await present()
  await page.keyboard.press('h')
  await page.getByRole('link', { name: 'Hướng dẫn' }).click()
  await page.waitForURL(`${inject('origin')}/huong-dan.html`)
  await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
  await presents(page)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the guide is in the packed file too, and leads back into it', async () => {
  const { page, complaints } = await present(addressesOf('the packed file').deck)
  await page.keyboard.press('h')
  await page.getByRole('link', { name: 'Hướng dẫn' }).click()
  await page.getByRole('heading', { name: 'Khi trình chiếu' }).waitFor()
  expect(await page.title()).toMatch(/^Hướng dẫn cho báo cáo viên – /)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Nền tối' }).click()
  expect(await page.locator('html').getAttribute('data-scheme')).toBe('dark')
  await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
  await presents(page)
  expect(complaints).toEqual([])
  await page.goto(fileAddress('khán giả.html'))
  await presents(page)
  expect(await page.locator('a[href="?huong-dan"]').count()).toBe(0)
  await page.context().close()
})

test.for([1920, 360])('the guide is read at %i px in both schemes', async (width) => {
  const { page, complaints } = await open('/huong-dan.html', { viewport: { width, height: 800 } })
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(await wide()).toBe(false)
  expect(await violations(page)).toEqual([])
  expect(await darkViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Nền tối' }).click()
  expect(await page.locator('html').getAttribute('data-scheme')).toBe('dark')
  expect(await page.locator('.scriptless').count()).toBe(0)
  expect(notesIn(await page.content())).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the guide is printed on two sheets in the letters of the deck, without its buttons', async () => {
  const { page } = await open('/huong-dan.html')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const { pages } = await readPdf(pdf)
  expect(pages.length).toBe(2)
  expect(pages[0]).toMatch(/^Hướng dẫn cho báo cáo viên/)
  const fonts = (await fontsOf(pdf)).map(({ name }) => name)
  expect(fonts.filter((name) => /BeVietnamPro|SourceSerif4/.test(name)).length).toBeGreaterThan(2)
  expect(pages.join(' ')).not.toContain('In hướng dẫn')
  await page.context().close()
})
