import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secondsOf, silencesOf, statementsOf } from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { wordsOf } from '../../../src/model/deck/reading-time.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { secondsInWords } from '../../../src/model/talk/duration.ts'
import { numberOf, slides, spokenPlace } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'
import { darkViolations, narrowRules, violations } from '../support/axe.ts'
import { open } from '../support/browser.ts'
import { addressesOf, type Deployment, layPackedFiles, walked } from '../support/deployments.ts'
import { cardOf, goTo } from '../support/page-actions.ts'
import { textsOf } from '../support/probe.ts'

layPackedFiles()

const review = async (options = {}, hash = '', deployment: Deployment = 'the built site') => {
  const opened = await open(addressesOf(deployment).review + hash, {
    viewport: { width: 1366, height: 768 },
    ...options,
  })
  await opened.page.waitForSelector('.card section')
  return opened
}
/** Where the top of a slide stands in the window. */
const topOf = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((slide) => slide.getBoundingClientRect().top)
/** The boxes of all slides, in running order. */
async function boxesOf(page: Page) {
  const boxes = await page.locator('.card section').evaluateAll((all) =>
    all.map((slide) => {
      const { width, height } = slide.getBoundingClientRect()
      return { id: slide.id, width, height }
    }),
  )
  expect(boxes.map(({ id }) => id)).toEqual(slides.map(({ id }) => id))
  return boxes
}
const isAtTop = (page: Page, id: string) =>
  expect.poll(async () => Math.abs((await topOf(page, id)) - 160)).toBeLessThan(70)

/** What holds with and without scripts on a page that was opened at the slide `viec-3`. */
function reads(opened: () => { page: Page; complaints: string[] }): void {
  test('leads to a slide by its link', () => isAtTop(opened().page, 'viec-3'))

  test.for([720, 900, 1199, 1200, 1920])('the line over it in sight at %i px', async (width) => {
    const { page } = opened()
    await page.setViewportSize({ width, height: 700 })
    for (const id of ['ngay-sach', 'viec-3']) {
      await page.evaluate((id) => {
        location.hash = id
      }, id)
    }
    const inSight = () =>
      cardOf(page, 'viec-3')
        .locator('.where a')
        .evaluate((link) => {
          const { left, top, height } = link.getBoundingClientRect()
          return [0.2, 0.8].every((part) =>
            link.contains(document.elementFromPoint(left + 5, top + part * height)),
          )
        })
    await expect.poll(inSight).toBe(true)
  })

  test('shows every slide whole, with its notes, its time, its sources and what is missing', async () => {
    const { page, complaints } = opened()
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await page.locator('.card').count()).toBe(slides.length)
    for (const slide of slides) {
      const text = folded(await cardOf(page, slide.id).innerText())
      for (const { text: lines, source } of statementsOf(slide)) {
        expect(text).toContain(plain(lines))
        for (const paragraph of source.at) {
          expect(text).toMatch(new RegExp(`đoạn [\\d, ]*\\b${paragraph}\\b`))
        }
      }
      for (const note of slide.notes) expect(text).toContain(noteText(note))
      for (const gap of silencesOf(slide)) expect(text).toContain(gap)
      expect(text).toContain(`Dự kiến ${secondsInWords(secondsOf(slide))};`)
    }
    const hidden = await page
      .locator('.card .fragment')
      .evaluateAll((all) =>
        all
          .filter((one) => !one.checkVisibility({ checkOpacity: true }))
          .map((one) => one.outerHTML),
      )
    expect(hidden).toEqual([])
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
  })
}

describe('the page to read beforehand, without scripts', () => {
  let opened: Awaited<ReturnType<typeof review>>
  beforeAll(async () => {
    opened = await review({ javaScriptEnabled: false }, '#viec-3')
  })
  afterAll(() => opened.page.context().close())

  reads(() => opened)
})

describe.for(walked)('on the page to read beforehand of %s', (deployment) => {
  let opened: Awaited<ReturnType<typeof review>>
  let page: Page
  beforeAll(async () => {
    opened = await review({}, '#viec-3', deployment)
    page = opened.page
  })
  afterAll(() => page.context().close())

  reads(() => opened)

  test('an address of the deck’s form leads to its slide, on arrival and later', async () => {
    // The address alone leads there: of another page, no place is remembered.
    await page.goto('about:blank')
    await page.goto(`${addressesOf(deployment).review}#/viec-3`)
    await isAtTop(page, 'viec-3')
    await page.evaluate(() => {
      location.hash = '#/viec-1'
    })
    await isAtTop(page, 'viec-1')
  })

  test('a slide has the shape and the lines it will have on the audience’s screen', async () => {
    for (const { id, width, height } of await boxesOf(page)) {
      expect(width / height, id).toBeCloseTo(16 / 9, 1)
      for (const { text, right, edge, where } of await textsOf(page, id)) {
        if (where === 'body' || where === 'title') {
          expect.soft(right, `${id}: ${text}`).toBeLessThanOrEqual(edge + 0.1)
        }
      }
    }
  })

  test('arrows, N and P, and page numbers turn; Page Down and the space bar scroll', async () => {
    await goTo(page, 'ngay-sach')
    await page.keyboard.press('ArrowRight')
    await isAtTop(page, 'tu-sach')
    expect(await page.locator('.announcer').textContent()).toBe(
      `${spokenPlace('tu-sach')}: Nối với gần 300 tủ sách ở lớp học và ở từng xóm`,
    )
    await page.keyboard.press('n')
    await isAtTop(page, 'khach-moi')
    await page.keyboard.press('p')
    await page.keyboard.press('ArrowLeft')
    await isAtTop(page, 'ngay-sach')
    await goTo(page, 'viec-3')
    await isAtTop(page, 'viec-3')
    expect(new URL(page.url()).hash).toBe('#viec-3')
    const before = await page.evaluate(() => scrollY)
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 300)
  })

  test('contents and search lead to a slide, the notes searched too', async () => {
    await page.keyboard.press('m')
    await page.getByRole('link', { name: `${numberOf('chuyen-ke')} Chú mèo thủ thư` }).click()
    await isAtTop(page, 'chuyen-ke')
    await page.keyboard.press('/')
    await page.keyboard.insertText('doc ca cau mot lan')
    await page.waitForSelector('#search .hits a')
    await page.keyboard.press('Enter')
    await isAtTop(page, 'viec-3')
  })

  test('“3 thùng là gì?” is answered within two keys', async () => {
    await page.keyboard.press('/')
    await page.keyboard.press('3')
    const answer = await page.locator('#search .hits a[href="#con-so"]').innerText()
    expect(answer).toContain('Bài không nêu: người gửi hai thùng')
    expect(answer).toContain('Theo Bản tin Mây, đoạn 7, 8')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('has a header of three rows on a phone, and all that it can do on demand', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    // Further down the page a part of it gives way.
    await page.evaluate(() => scrollTo(0, 0))
    const header = page.locator('.page-header')
    const heights = () =>
      header.evaluate((header) => {
        const range = document.createRange()
        range.selectNodeContents(header)
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0)
        return lines.map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b)
      })
    /** How many lines of text stand one below another. */
    const rows = async () =>
      (await heights()).filter((height, at, all) => height - (all[at - 1] ?? -99) > 12).length
    await expect.poll(rows).toBe(3)
    const search = header.getByRole('button', { name: 'Tìm trong bộ trang chiếu' })
    expect(await search.isVisible()).toBe(false)
    const more = header.getByRole('button', { name: 'Thêm' })
    await more.click()
    expect(await more.getAttribute('aria-expanded')).toBe('true')
    for (const name of ['chậm hơn', 'nhanh hơn', 'Nền tối', 'In / Tải về', 'Trợ giúp']) {
      expect(await header.getByRole('button', { name }).isVisible(), name).toBe(true)
    }
    expect(await violations(page)).toEqual([])
    await more.click()
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await search.isVisible()).toBe(true)
    expect(await more.isVisible()).toBe(false)
  })

  // The schemes differ in colour alone, the same at each width; 683 px is arranged as 360 is, where
  // axe has seen the page with all that its header has.
  test.for([1366, 360, 683])('has nothing that axe finds at %i px', async (width) => {
    await page.setViewportSize({ width, height: 740 })
    const look = async (rules?: readonly string[]) => {
      expect(await violations(page, rules)).toEqual([])
      if (width === 1366) expect(await darkViolations(page), 'dark').toEqual([])
    }
    await look(width === 1366 ? undefined : narrowRules)
    await page.keyboard.press('/')
    await page.keyboard.type('sach')
    await look(width === 683 ? narrowRules : undefined)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('the time that reading takes follows the speed, which is remembered; a slide that is not there is said', async () => {
    const time = () => page.locator('#con-thieu').locator('..').locator('[data-words]').innerText()
    const words = wordsOf(slides.find(({ id }) => id === 'con-thieu') as (typeof slides)[0])
    const at = (speed: number) => {
      const minutes = words / speed
      return minutes < 1
        ? `${Math.ceil(minutes * 60)} giây`
        : `${String(Math.round(minutes * 2) / 2).replace('.', ',')} phút`
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await time()).toBe(at(120))
    const slower = page.getByRole('button', { name: 'Tốc độ đọc: chậm hơn' })
    await slower.click()
    await slower.evaluate((button: HTMLElement) => {
      for (let press = 1; press < 20; press++) button.click()
    })
    expect(await page.locator('.pace').innerText()).toBe('80')
    expect(await time()).toBe(at(80))
    // Loaded again, on an address that leads nowhere.
    await page.evaluate(() => history.replaceState(null, '', '#khong-co'))
    await page.reload()
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toBe(
        'Liên kết trỏ tới một trang không có trong bộ trang chiếu này. Chọn trang trong mục lục.',
      )
    expect(await time()).toBe(at(80))
  })
})
