import { basename, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { phraseOf, silencesOf, statementsOf } from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { numberOf, slides } from '../../support/slides.ts'
import { has, newContext, openIn, presents, speaks } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { goTo } from '../support/page-actions.ts'

layPackedFiles()

const letters = (text: string) => text.replace(/\s+/gu, '')

/** Prints as Ctrl+P does: no sheet is empty. A tab that dies of it fails the test. */
async function printed(page: Page, landscape = false): Promise<PdfContent> {
  const pdf = await page.pdf({ format: 'A4', landscape, preferCSSPageSize: true })
  const read = await readPdf(pdf)
  expect(read.pages.length).toBeGreaterThan(0)
  expect(read.pages.join('\n')).not.toContain('bên ngoài')
  for (const text of read.pages) expect(text.length, read.pages.join('\n')).toBeGreaterThan(20)
  return read
}

/**
 * Puts into a page what browser extensions and proxies do: in the flow, over it, and beside the
 * body.
 */
const intrude = (page: Page) =>
  page.evaluate(() => {
    for (const [place, position] of [
      [document.body, 'static'],
      [document.body, 'fixed'],
      [document.documentElement, 'static'],
    ] as const) {
      const alien = document.createElement('div')
      alien.style.cssText = `display: block; position: ${position}; inset: 0 auto auto 0`
      alien.textContent = 'Từ bên ngoài'
      place.prepend(alien)
    }
  })

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe.for(walked)('on paper, of %s,', (deployment) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await newContext()
  })
  afterAll(() => context.close())

  // A packed file has the letters of a screen alone: those of the machine may need more room.
  const atLeast = (count: number, { pages }: PdfContent) => {
    expect(pages.length).toBeGreaterThanOrEqual(count)
    expect(pages.length).toBeLessThanOrEqual(deployment === 'the packed file' ? count + 2 : count)
  }

  test('the deck is its slides, whatever is open on it', async () => {
    const { page } = await openIn(context, addressesOf(deployment).deck)
    await presents(page)
    await intrude(page)
    for (const keys of [[], ['m'], ['Escape', 'o'], ['Escape', '.']]) {
      await press(page, ...keys)
      const { pages } = await printed(page)
      expect(pages, keys.join()).toHaveLength(slides.length)
    }
    // The other windows go with this one: they begin in the light.
    await press(page, '.')
    await page.close()
  })

  test('the speaker’s screen is the slide that is shown, its notes and its sources', async () => {
    const { page } = await openIn(context, addressesOf(deployment).speaker)
    await speaks(page)
    await intrude(page)
    for (const [id = '', ...keys] of [
      ['ngay-sach'],
      ['con-so', 'PageDown'],
      ['viec-3', '+', '+', 'd'],
      ['viec-2', '.'],
    ]) {
      await goTo(page, id)
      await press(page, ...keys)
      for (const landscape of [false, true]) {
        const { pages } = await printed(page, landscape)
        expect(pages.length, id).toBeLessThan(4)
        const text = letters(pages.join(''))
        const slide = slides[numberOf(id) - 1] as (typeof slides)[0]
        for (const note of slide.notes) expect(text).toContain(letters(noteText(note)))
        for (const gap of silencesOf(slide)) expect(text).toContain(letters(gap))
        for (const claim of statementsOf(slide)) {
          expect(text).toContain(letters(phraseOf(claim)))
        }
        expect(text).toContain(`Trang${numberOf(id)}/${slides.length}`)
        // What is pressed or ticks is no use on paper.
        expect(text).not.toContain('Bâygiờ')
        expect(text).not.toContain('Tìmtrongbài')
      }
    }
    await press(page, '.', 'm')
    expect((await printed(page)).pages.join('')).not.toContain('Lần trước')

    // A name of several lines stands above the slide, with all of them.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 200, height: 900 })
    const [lines, room] = await page
      .locator('.present > h2')
      .evaluate(
        (name) =>
          [
            name.scrollHeight / Number.parseFloat(getComputedStyle(name).lineHeight),
            name.clientHeight - name.scrollHeight,
          ] as const,
      )
    expect(lines).toBeGreaterThan(1.5)
    expect(room).toBeGreaterThanOrEqual(0)
    await page.close()
  })

  test('the page to read beforehand is a sheet a slide, while it is edited too', async () => {
    const { page } = await openIn(context, addressesOf(deployment).review)
    await page.waitForSelector('.reviewing .card section')
    await intrude(page)
    await page.getByRole('button', { name: 'Soạn bản riêng' }).click()
    atLeast(slides.length, await printed(page))
    await page.close()
  })

  test('the outline and the technician’s page are all they are on screen', async () => {
    const { page } = await openIn(context, addressesOf(deployment).outline)
    await page.emulateMedia({ colorScheme: 'dark' })
    await has(page, '.outline')
    await intrude(page)
    atLeast(3, await printed(page))
    await page.goto(addressesOf(deployment).check)
    await has(page, '.check .states li')
    await intrude(page)
    const { pages } = await printed(page)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('phải thấy đủ bốn góc')
    await page.close()
  })
})

test('on paper, the page that pairs a screen is one sheet', async () => {
  const source = join(import.meta.dirname, '../../../src')
  const context = await newContext()
  await context.route('**/live/*', async (route) => {
    const name = basename(new URL(route.request().url()).pathname)
    const path = join(source, name === 'tokens.css' ? 'theme' : 'relay/pair-page', name)
    await route.fulfill({ path })
  })
  const { page } = await openIn(context, '/live/pair.html')
  const { pages } = await printed(page)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('Mã ghép')
  await context.close()
})
