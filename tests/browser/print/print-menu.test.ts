import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { titleOf } from '../../../src/model/deck/deck.ts'
import { noteSentences, notesIn } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { darkViolations, violations } from '../support/axe.ts'
import { has, newContext, openIn, position, presents } from '../support/browser.ts'
import { addressesOf, fileAddress, layPackedFiles } from '../support/deployments.ts'
import { fontsOf } from '../support/pdf-parts.ts'
import { paperOf, placedTextsOf } from '../support/placed.ts'

layPackedFiles()

const letters = (text: string) => text.replace(/\s+/gu, '')
const print = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }

const opened = new Map<string, ReturnType<typeof openIn>>()
afterAll(async () => {
  for (const one of opened.values()) await (await one).page.context().close()
})

/** A page whose browser prints when the test says so; each is opened once and put back. */
async function open(path: string): ReturnType<typeof openIn> {
  const first = async () => {
    const context = await newContext({ viewport: { width: 1366, height: 768 } })
    await context.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printing', '')
    })
    const opened = await openIn(context, path)
    await opened.page.waitForLoadState('load')
    return opened
  }
  const one = opened.get(path) ?? first()
  opened.set(path, one)
  const { page } = await one
  await page.emulateMedia({ media: null, colorScheme: 'light' })
  await page.setViewportSize({ width: 1366, height: 768 })
  return one
}

/** Presses a button that prints, and prints. */
async function printed(page: Page, name: string): Promise<Uint8Array> {
  const button = page.getByRole('button', { name, exact: true }).last()
  await button.waitFor()
  // Not at a place on the screen, which may move: what the host does not have leaves the menu.
  await button.dispatchEvent('click')
  await has(page, '[data-printing]')
  const pdf = await page.pdf(print)
  await page.evaluate(() => document.documentElement.removeAttribute('data-printing'))
  return pdf
}

const sheets = [
  { count: 1, wide: true },
  { count: 2, wide: false },
  { count: 4, wide: true },
  { count: 6, wide: false },
]

describe.for(['the deck', 'the packed file', 'the page to read beforehand'])('from %s', (home) => {
  const address = () =>
    home === 'the deck'
      ? '/'
      : home === 'the packed file'
        ? addressesOf('the packed file').deck
        : '/review.html'

  test('1, 2, 4 or 6 slides go on an A4, whole and in order, none blank, no note', async () => {
    const { page, complaints } = await open(address())
    await page.emulateMedia({ colorScheme: 'dark' })
    if (home !== 'the page to read beforehand') {
      await page.evaluate(() => {
        location.hash = '#/con-so/0'
      })
      await expect.poll(() => position(page)).toEqual({ id: 'con-so', step: 1 })
    }
    const before = await position(page)
    for (const { count, wide } of sheets) {
      await page.keyboard.press('i')
      const pdf = await printed(page, `${count} trang`)
      const { pages, bookmarks } = await paperOf(pdf)
      const [long, short] = [841.9, 595.3]
      expect(pages).toHaveLength(Math.ceil(slides.length / count))
      for (const { width, height, texts } of pages) {
        expect(Math.abs(width - (wide ? long : short))).toBeLessThan(1)
        expect(Math.abs(height - (wide ? short : long))).toBeLessThan(1)
        const beside = texts.filter(
          ({ left, right }) => !(left > 10) || !(right < (wide ? 287 : 200)),
        )
        expect(beside).toEqual([])
      }
      const read = pages.map(({ texts }) => texts.map(({ text }) => text).join(''))
      slides.forEach((slide, at) => {
        const text = letters(read[Math.floor(at / count)] ?? '')
        expect(text, `${slide.id}, ${count}`).toContain(letters(titleOf(slide)))
      })
      expect(bookmarks).toBe(slides.length)
      const whole = letters(read.join(''))
      expect(noteSentences.filter((sentence) => whole.includes(letters(sentence)))).toEqual([])
    }
    expect(await page.locator('[data-sheet]').count()).toBe(0)
    expect(await position(page)).toEqual(before)
    // Files that are not there are asked for, and the browser says so of each.
    const asked = /404 \(Not Found\)$|(\.pdf|mang-theo\/[^/]*)$/
    expect(complaints.filter((complaint) => !asked.test(complaint))).toEqual([])
  })

  test('a slide keeps its shape on the sheet, with lines to write on below it', async () => {
    const { page } = await open(address())
    // Before it presents, the deck does not yet show all slides for a print.
    if (home !== 'the page to read beforehand') await presents(page)
    for (const { count } of sheets) {
      await page.evaluate((count) => {
        document.documentElement.dataset.sheet = String(count)
        dispatchEvent(new Event('beforeprint'))
      }, count)
      await page.emulateMedia({ media: 'print' })
      const shapes = await page.locator('section > .page').evaluateAll((all) =>
        all.map((one) => {
          const { width, height } = one.getBoundingClientRect()
          const row = one.parentElement as Element
          const lines = getComputedStyle(row, '::after')
          const above = Number.parseFloat(lines.top) - height
          const below = row.clientHeight - Number.parseFloat(lines.top)
          const room = above > 0 && below > Number.parseFloat(lines.height)
          return [width / height, one.scrollWidth <= one.clientWidth + 1, room]
        }),
      )
      expect(shapes).toHaveLength(slides.length)
      for (const [ratio, whole, lined] of shapes) {
        expect(ratio).toBeCloseTo(16 / 9, 2)
        expect(whole).toBe(true)
        expect(lined).toBe(count > 1)
      }
    }
    await page.evaluate(() => delete document.documentElement.dataset.sheet)
  })
})

describe('from its own page', () => {
  test('the slides print with notes, and for the audience without, as their PDFs are', async () => {
    const { page } = await open('/review.html')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.keyboard.press('i')
    const pdf = await printed(page, 'In kèm ghi chú')
    const read = await readPdf(pdf)
    expect(read.pages).toHaveLength(slides.length)
    const whole = letters(read.pages.join(''))
    for (const sentence of noteSentences) expect(whole).toContain(letters(sentence))
    for (const words of ['Tốc độ đọc: nhanh hơn', 'In / Tải về', 'Quay lại bộ trang chiếu·']) {
      expect(whole).not.toContain(letters(words))
    }
    expect((await fontsOf(pdf)).some(({ name }) => name.endsWith('+Tinos'))).toBe(true)
    await page.keyboard.press('i')
    const handed = await readPdf(await printed(page, 'In tài liệu phát cho người nghe'))
    expect(handed.pages).toHaveLength(1 + Math.ceil((slides.length - 2) / 3))
    expect(notesIn(handed.pages.join(' '))).toEqual([])
    expect(await page.locator('html').getAttribute('data-paper')).toBeNull()
  })

  test('the outline prints on four pages at most, its buttons left out', async () => {
    const { page } = await open('/outline.html')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.getByRole('button', { name: 'In / Tải về' }).click()
    const pdf = await printed(page, 'In đề cương')
    const { pages } = await readPdf(pdf)
    expect(pages.length).toBeLessThanOrEqual(4)
    expect(pages.join(' ')).not.toContain('Chép đề cương')
    expect((await placedTextsOf(pdf)).flat().every(({ face }) => face.startsWith('Tinos'))).toBe(
      true,
    )
  })
})

describe('the menu', () => {
  test('opens from the help, leads to each document, shows the files that are there', async () => {
    const { page } = await open('/')
    await presents(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    await page.keyboard.press('h')
    await page.getByRole('button', { name: 'In / Tải về' }).click()
    const menu = page.getByRole('dialog', { name: 'In / Tải về' })
    await expect
      .poll(() => menu.getByRole('link').allTextContents())
      .toEqual([
        'Mở Chế độ đọc trước để in kèm ghi chú',
        'Mở đề cương để in',
        'Bộ trang chiếu một tệp, cho báo cáo viên (HTML)',
        'Bộ trang chiếu một tệp, cho người nghe (HTML)',
      ])
    // Ten files, and the two pages beside this one, which the help leads to as well.
    expect(asked.length).toBe(14)
    expect(
      asked.every((request) => /^HEAD .*\.(pdf|pptx|docx|zip)$|^GET .*\.html$/.test(request)),
    ).toBe(true)
    await menu.getByRole('link', { name: 'Mở đề cương để in' }).click()
    await page.waitForURL('**/outline.html')
    await page.getByRole('button', { name: 'In / Tải về' }).click()
    await menu.getByRole('link', { name: 'Mở bộ trang chiếu để in' }).click()
    await presents(page)
  })

  test('of a packed file leads to its own pages and asks for nothing', async () => {
    for (const name of ['Bản của tôi (2).html', 'khán giả.html']) {
      const { page, complaints } = await open(fileAddress(name))
      await presents(page)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.keyboard.press('i')
      const menu = page.getByRole('dialog', { name: 'In / Tải về' })
      expect(await menu.getByRole('button').allTextContents()).toEqual([
        'Đóng',
        '1 trang',
        '2 trang',
        '4 trang',
        '6 trang',
      ])
      expect(
        await menu
          .getByRole('link')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
      ).toEqual(name === 'khán giả.html' ? ['?de-cuong'] : ['?doc-truoc', '?de-cuong'])
      expect(asked).toEqual([])
      expect(complaints).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

  test('has nothing that axe finds, in both schemes, and is not wider than 1366 and 360 px', async () => {
    for (const path of ['/review.html', '/outline.html', '/']) {
      const { page } = await open(path)
      if (path === '/') await presents(page)
      if (path === '/') await page.keyboard.press('i')
      else await page.getByRole('button', { name: 'In / Tải về' }).first().click()
      await expect.poll(() => page.getByRole('link', { name: 'cho người nghe' }).count()).toBe(1)
      expect(await violations(page), path).toEqual([])
      expect(await darkViolations(page), `${path}, dark`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366)
      if (path !== '/') {
        await page.setViewportSize({ width: 360, height: 740 })
        expect(await violations(page), `${path}, narrow`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      }
      await page.keyboard.press('Escape')
    }
  })
})
