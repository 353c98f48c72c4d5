import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { silencesOf, statementsOf } from '../../src/model/deck.ts'
import { wordsOf } from '../../src/model/speech.ts'
import { plain } from '../../src/model/text.ts'
import { noteSentences } from '../notes.ts'
import { folded, slides } from '../text.ts'
import { violations } from './axe.ts'
import { open } from './browser.ts'
import { sheet } from './hands.ts'
import { addressesOf, type Home, homes, layPackedFiles } from './homes.ts'
import { textsOf } from './probe.ts'

layPackedFiles()

const review = async (options = {}, hash = '', home: Home = 'the built site') => {
  const opened = await open(addressesOf(home).review + hash, {
    viewport: { width: 1366, height: 768 },
    ...options,
  })
  await opened.page.waitForSelector('.sheet section')
  return opened
}
/** Where the top of a slide stands in the window. */
const topOf = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((slide) => slide.getBoundingClientRect().top)
const isAtTop = (page: Page, id: string) =>
  expect.poll(async () => Math.abs((await topOf(page, id)) - 160)).toBeLessThan(70)

describe.for([true, false])('the page to read beforehand, scripts: %s', (javaScriptEnabled) => {
  test('shows every slide whole, with its notes, its time, its sources and what is missing', async () => {
    const { page, complaints } = await review({ javaScriptEnabled })
    expect(await page.locator('.sheet').count()).toBe(slides.length)
    for (const slide of slides) {
      const own = sheet(page, slide.id)
      const text = folded(await own.innerText())
      for (const { text: lines, source } of statementsOf(slide)) {
        expect(text).toContain(plain(lines))
        for (const paragraph of source.at) {
          expect(text).toMatch(new RegExp(`đoạn [\\d, ]*\\b${paragraph}\\b`))
        }
      }
      for (const { text: note } of slide.notes) expect(text).toContain(note)
      for (const gap of silencesOf(slide)) expect(text).toContain(gap)
      expect(text).toContain(`Dự kiến ${String(slide.minutes).replace('.', ',')} phút`)
      const hidden = await own
        .locator('.fragment')
        .evaluateAll((all) => all.filter((one) => !one.checkVisibility({ checkOpacity: true })))
      expect(hidden).toEqual([])
    }
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  })

  test('leads to a slide by its link', async () => {
    const { page } = await review({ javaScriptEnabled }, '#dot-pha-3')
    await isAtTop(page, 'dot-pha-3')
    await page.context().close()
  })

  test.for([720, 900, 1199, 1200, 1920])('the line over it in sight at %i px', async (width) => {
    const viewport = { width, height: 700 }
    const { page } = await review({ javaScriptEnabled, viewport }, '#dot-pha-3')
    const inSight = () =>
      sheet(page, 'dot-pha-3')
        .locator('.where a')
        .evaluate((link) => {
          const { left, top, height } = link.getBoundingClientRect()
          return [0.2, 0.8].every((part) =>
            link.contains(document.elementFromPoint(left + 5, top + part * height)),
          )
        })
    await expect.poll(inSight).toBe(true)
    await page.context().close()
  })
})

describe.for(homes)('on the page to read beforehand of %s', (home) => {
  test('a slide has the shape and the lines it will have in the hall', async () => {
    const { page } = await review({}, '', home)
    for (const { id } of slides) {
      const { width, height } = await page
        .locator(`#${id}`)
        .evaluate((slide) => slide.getBoundingClientRect())
      expect(width / height).toBeCloseTo(16 / 9, 1)
      for (const { text, right, edge, where } of await textsOf(page, id)) {
        if (where === 'body' || where === 'title') {
          expect.soft(right, `${id}: ${text}`).toBeLessThanOrEqual(edge + 0.1)
        }
      }
    }
    await page.context().close()
  })

  test('arrows, N and P, and page numbers turn; Page Down and the space bar scroll', async () => {
    const { page } = await review({}, '', home)
    await page.keyboard.press('ArrowRight')
    await isAtTop(page, 'diem-cau')
    expect(await page.locator('.announcer').textContent()).toBe(
      'Trang 2 trên 21: Kết nối đến gần 300 điểm cầu cấp tỉnh và cấp huyện trên cả nước',
    )
    await page.keyboard.press('n')
    await isAtTop(page, 'nguoi-du')
    await page.keyboard.press('p')
    await page.keyboard.press('ArrowLeft')
    await isAtTop(page, 'hoi-nghi')
    await page.keyboard.type('13')
    await page.keyboard.press('Enter')
    await isAtTop(page, 'dot-pha-3')
    expect(new URL(page.url()).hash).toBe('#dot-pha-3')
    const before = await page.evaluate(() => scrollY)
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 300)
    await page.context().close()
  })

  test('contents and search lead to a slide, the notes searched too', async () => {
    const { page } = await review({}, '', home)
    await page.keyboard.press('m')
    await page.getByRole('link', { name: '5 Chiến tranh mạng' }).click()
    await isAtTop(page, 'chuyen-de')
    await page.keyboard.press('/')
    await page.keyboard.insertText('se gap lai o dot pha 2')
    await page.keyboard.press('Enter')
    await isAtTop(page, 'trong-tam-2')
    await page.context().close()
  })

  test('“8 nhóm là gì?” is answered within two keys', async () => {
    const { page } = await review({}, '', home)
    await page.keyboard.press('/')
    await page.keyboard.press('8')
    const answer = await page.locator('#search .hits a[href="#nhom-viec"]').innerText()
    expect(answer).toContain('Bài không nêu: nội dung 8 nhóm.')
    expect(answer).toContain('Theo Kinhtedothi, đoạn 8, 9, 10')
    await page.context().close()
  })

  test('the time that reading takes follows the speed, which is remembered', async () => {
    const { page } = await review({}, '', home)
    const time = () =>
      page.locator('#bai-khong-neu').locator('..').locator('[data-words]').innerText()
    const words = wordsOf(slides.find(({ id }) => id === 'bai-khong-neu') as (typeof slides)[0])
    const at = (speed: number) => {
      const minutes = words / speed
      return minutes < 1
        ? `${Math.floor(minutes * 60)} giây`
        : `${String(Math.round(minutes * 2) / 2).replace('.', ',')} phút`
    }
    expect(await time()).toBe(at(120))
    for (let press = 0; press < 20; press++) {
      await page.getByRole('button', { name: 'Đọc chậm hơn' }).click()
    }
    expect(await page.locator('.pace').innerText()).toBe('80')
    expect(await time()).toBe(at(80))
    await page.reload()
    expect(await time()).toBe(at(80))
    await page.context().close()
  })

  test('an address of the deck’s form leads to its slide, on arrival and later', async () => {
    const { page } = await review({}, '#/dot-pha-3', home)
    await isAtTop(page, 'dot-pha-3')
    await page.evaluate(() => {
      location.hash = '#/trong-tam-1'
    })
    await isAtTop(page, 'trong-tam-1')
    await page.context().close()
  })

  test('a slide that is not there is said', async () => {
    const { page } = await review({}, '#khong-co', home)
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toBe('Không có trang ‘khong-co’. Đang ở trang đầu.')
    await page.context().close()
  })
})

describe.for(['light', 'dark'] as const)('the page to read beforehand, %s', (colorScheme) => {
  test.for([1366, 683, 360])('has nothing that axe finds at %i px', async (width) => {
    const { page } = await review({ colorScheme, viewport: { width, height: 740 } })
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('can bo')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test.for([320, 360, 683])('reflows at %i px to text of 16 px, nothing lost', async (width) => {
    const { page } = await review({ colorScheme, viewport: { width, height: 740 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    for (const { id } of slides) {
      const height = await page.locator(`#${id}`).evaluate((s) => s.getBoundingClientRect().height)
      for (const { text, size } of await textsOf(page, id)) {
        expect.soft((size * height) / 100, `${id}: ${text}`).toBeGreaterThanOrEqual(15.99)
      }
    }
    const off = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet p, .sheet li, .sheet dd, .lectern *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.textContent),
    )
    expect(off).toEqual([])
    const text = folded(await page.locator('.sheets').innerText())
    for (const sentence of noteSentences) expect(text).toContain(folded(sentence))
    await page.context().close()
  })
})
