import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { noteSentences, notesIn } from '../../support/notes.ts'
import { lastId, slides } from '../../support/slides.ts'
import { violations } from '../support/axe.ts'
import {
  complaintsOf,
  newContext,
  openIn,
  position,
  presents,
  speaks,
  walk,
} from '../support/browser.ts'
import { fileAddress, layPackedFiles, packedText } from '../support/deployments.ts'
import { textsOf } from '../support/probe.ts'

layPackedFiles()

const mine = 'Bản của tôi (2).html'
const theirs = 'khán giả.html'

describe.for(['bao-cao-vien.html', 'khan-gia.html'])('%s', (name) => {
  const path = () => join(inject('dist'), 'mang-theo', name)

  test('carries a policy that allows nothing but itself', async () => {
    const html = await readFile(path(), 'utf8')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*|'self'/)
    // Nothing is left to load: no address but those within the file.
    const markup = packedText(html).replace(/<script[^>]*>.*?<\/script>/gs, '')
    expect(markup.match(/(?:src|href)="(?!#|\?|data:)[^"]*"/g)).toBeNull()
    expect(markup).not.toMatch(/url\((?!"?data:)/)
  })
})

/** One machine, on which nothing was ever opened before. */
let context: BrowserContext

beforeAll(async () => {
  context = await newContext()
})
afterAll(() => context.close())

describe('a packed file on a stick', () => {
  test('does not drive another one beside it, nor a copy of itself', async () => {
    const copy = fileAddress('bản sao.html')
    await copyFile(fileURLToPath(fileAddress(mine)), fileURLToPath(copy))
    const [{ page: own }, { page: other }, { page: audience }] = [
      await openIn(context, fileAddress(mine)),
      await openIn(context, copy),
      await openIn(context, fileAddress(theirs)),
    ]
    for (const page of [own, other, audience]) await presents(page)
    const { page: speaker } = await openIn(context, `${fileAddress(mine)}?bao-cao-vien`)
    await speaks(speaker)
    await speaker.keyboard.press('End')
    await expect.poll(() => position(own)).toEqual({ id: lastId, step: 0 })
    await speaker.waitForTimeout(500)
    for (const page of [other, audience]) {
      expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
      // Nor does what the one has stored.
      await page.reload()
      await presents(page)
      expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    }
    for (const page of [own, other, audience, speaker]) await page.close()
  })

  test('opens from any folder under any name, without a request or a word', async () => {
    await context.setOffline(true)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(fileAddress(mine))
    await presents(page)
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([fileAddress(mine)])
    const fonts = await page.evaluate(() =>
      [...document.fonts].map(({ family, status }) => `${family} ${status}`),
    )
    expect(fonts.filter((font) => font.endsWith('loaded')).length).toBeGreaterThanOrEqual(3)
    expect(fonts.filter((font) => font.endsWith('error'))).toEqual([])
    await page.keyboard.press('h')
    expect(await page.locator('#help .offline').textContent()).toBe('Đang mở từ tệp trên máy')
    expect(complaints).toEqual([])
    await page.close()
    await context.setOffline(false)
  })

  test('opens in a frame that is kept from everything, 1280 px wide and 360', async () => {
    const frame = fileAddress('khung.html')
    const address = fileAddress(mine)
    await writeFile(
      fileURLToPath(frame),
      [1280, 360]
        .map(
          (width) =>
            `<iframe sandbox="allow-scripts" width="${width}" height="720" src="${address}"></iframe>`,
        )
        .join(''),
    )
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.setViewportSize({ width: 1400, height: 1600 })
    await page.goto(frame)
    const [wide, narrow] = [
      page.frameLocator('iframe >> nth=0'),
      page.frameLocator('iframe >> nth=1'),
    ]
    await narrow.locator('section').first().waitFor()
    await wide.locator('.presenting section.present').first().click()
    await page.keyboard.press('End')
    await wide.locator(`#${lastId}.present`).waitFor()
    await page.waitForTimeout(500)
    expect(errors).toEqual([])
    await page.close()
  })

  test('opens on the slide that its address names, and prints itself: every slide on a page', async () => {
    const { page } = await openIn(context, `${fileAddress(mine)}#/viec-3`)
    await presents(page)
    expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toHaveLength(slides.length)
    for (const text of pages) expect(notesIn(text)).toEqual([])
    await page.close()
  })

  test('sets every slide as the built site does, in the overview too', async () => {
    const measured = await Promise.all(
      [fileAddress(mine), '/'].map(async (address) => {
        const { page } = await openIn(context, address)
        await presents(page)
        await page.keyboard.press('Home')
        await expect.poll(() => position(page)).toEqual({ id: 'ngay-sach', step: 0 })
        const drawn: unknown[] = []
        const measure = async (id: string) => {
          for (const { text, size, left, top } of await textsOf(page, id)) {
            drawn.push([id, text, ...[size, left, top].map((length) => Math.round(length * 5))])
          }
        }
        await walk(page, ({ id }) => measure(id))
        await page.keyboard.press('o')
        await expect.poll(() => page.locator('#overview section').count()).toBe(slides.length)
        drawn.push(
          await page.locator('#overview .picture *').evaluateAll((all) =>
            all.map((one) => {
              const { left, top, width, height } = one.getBoundingClientRect()
              return [left, top, width, height].map(Math.round)
            }),
          ),
        )
        await page.close()
        return drawn
      }),
    )
    expect(measured[0]).toEqual(measured[1])
    expect(measured[0]?.length).toBeGreaterThan(100)
  })

  test('has nothing that axe finds, on any of its pages', async () => {
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    for (const view of ['', '?bao-cao-vien', '?doc-truoc', '?de-cuong', '?kiem-tra']) {
      await page.goto(fileAddress(mine) + view)
      await page.waitForSelector(
        '.presenting section.present, .speaking .frame section, .card section, .outline, .check',
      )
      expect(await violations(page), view).toEqual([])
      expect(complaints).toEqual([])
    }
    await page.close()
  })

  test('reads without scripts', async () => {
    const context = await newContext({ javaScriptEnabled: false })
    const { page, complaints } = await openIn(context, fileAddress(mine))
    expect(await page.locator('section:visible').count()).toBe(slides.length)
    expect(notesIn(await page.locator('body').innerText())).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that came along in part only says so, whatever part it is', async () => {
    const whole = await readFile(fileURLToPath(fileAddress(mine)))
    const word = 'Tệp bị thiếu phần. Chép lại tệp gốc.'
    const cuts = await Promise.all(
      [0.1, 0.3, 0.6, 0.95].map(async (share) => {
        const cut = fileAddress(`cắt ${share}.html`)
        await writeFile(fileURLToPath(cut), whole.subarray(0, Math.round(whole.length * share)))
        return openIn(context, cut)
      }),
    )
    for (const { page } of cuts) {
      await expect
        .poll(() => page.getByText(word).isVisible(), { timeout: 5000, interval: 200 })
        .toBe(true)
    }
    // The whole file does not, where all but the end of it was open before.
    const [page, ...others] = cuts.map(({ page }) => page).toReversed() as [Page, ...Page[]]
    for (const other of others) await other.close()
    await page.goto(fileAddress(mine))
    await page.waitForTimeout(2500)
    expect(await page.getByText(word).isVisible()).toBe(false)
    await page.close()
  })
})

describe('the audience’s file', () => {
  test('holds no note, where the speaker’s holds them all', async () => {
    const [audience, speaker] = await Promise.all(
      ['khan-gia.html', 'bao-cao-vien.html'].map((name) =>
        readFile(join(inject('dist'), 'mang-theo', name), 'utf8'),
      ),
    )
    expect(notesIn(packedText(audience ?? ''))).toEqual([])
    expect(notesIn(packedText(speaker ?? ''))).toEqual(noteSentences)
  })

  test('has no speaker’s screen and says where it is', async () => {
    const { page } = await openIn(context, fileAddress(theirs))
    await presents(page)
    await page.keyboard.press('s')
    expect(await page.locator('.notice').textContent()).toBe(
      'Tệp này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.',
    )
    await page.mouse.move(300, 300)
    expect(await page.getByRole('button', { name: 'Màn hình báo cáo viên' }).count()).toBe(0)
    await page.goto(`${fileAddress(theirs)}?bao-cao-vien`)
    await presents(page)
    expect(context.pages()).toHaveLength(1)
    await page.close()
  })
})
