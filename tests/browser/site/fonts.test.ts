import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from '../../../src/cli/browser/launch.ts'
import { printPage } from '../../../src/cli/pdf/print-page.ts'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { vietnameseLetters } from '../../../src/model/language/alphabet.ts'
import { present } from '../support/browser.ts'
import { fontsOf } from '../support/pdf-parts.ts'
import { filesIn } from '../support/prints.ts'

const letters = vietnameseLetters.join('')

describe('on screen', () => {
  test('only the letters of the slides are loaded at first; all 134 come when they are typed', async () => {
    const { page } = await present()
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.woff2')),
      )
    expect((await loaded()).every((name) => name.includes('-slides-'))).toBe(true)

    await page.evaluate((letters) => {
      for (const selector of ['.title', '.facts li', '.facts b']) {
        const element = document.querySelector(`#ngay-sach ${selector}`)
        if (element) element.textContent = letters
      }
      return document.fonts.ready.then(() => undefined)
    }, letters)
    const client = await page.context().newCDPSession(page)
    await client.send('DOM.enable')
    await client.send('CSS.enable')
    const { root } = await client.send('DOM.getDocument')
    for (const [selector, family] of [
      ['.title', 'Source Serif 4'],
      ['.facts li', 'Be Vietnam Pro'],
    ] as const) {
      const { nodeId } = await client.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: `#ngay-sach ${selector}`,
      })
      await expect
        .poll(async () => {
          const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
          return fonts.filter(
            ({ isCustomFont, familyName }) => !isCustomFont || !familyName.startsWith(family),
          )
        })
        .toEqual([])
    }
    expect((await loaded()).filter((name) => name.includes('-rest-')).length).toBeGreaterThan(0)
    await page.context().close()
  })
})

describe('in a PDF', () => {
  let folder = ''
  /** The lines of letters put into the page, a third of the alphabet in two lines, thrice a face. */
  const typed: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'letters-'))
    await cp(inject('dist'), folder, { recursive: true })
    let page = await readFile(join(folder, 'index.html'), 'utf8')
    const third = Math.ceil(vietnameseLetters.length / 3)
    const homes = [
      ['Khách mời được bài nêu tên', 'Lịch của ngày hội', 'Sách mới cho mùa đông'],
      ['Bản tin Mây, tác giả Lê Mai', 'ngày hội sách sáng 12/10/2031', 'đoạn kết'],
      ['Sự kiện', 'Văn bản nguồn', 'Tính chất'],
    ].map((face) => face.map((text) => `>${text}<`))
    for (const face of homes) {
      face.forEach((home, at) => {
        expect(page).toContain(home)
        const some = vietnameseLetters.slice(at * third, (at + 1) * third).join('')
        typed.push(some.slice(0, 23), some.slice(23))
        // Two lines, so that none leaves the page.
        page = page.replaceAll(home, `>${some.slice(0, 23)}\n${some.slice(23)}<`)
      })
    }
    await writeFile(join(folder, 'index.html'), page)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('all 134 letters are the fonts of the deck, and read back as they are', async () => {
    const printer = await launch(inject('program'))
    const pdf = await printPage(printer, filesIn(folder), 'index.html')
    await printer.close()
    const { pages } = await readPdf(pdf)
    const text = pages.join(' ')
    expect(typed).toHaveLength(18)
    for (const line of typed) expect(text).toContain(line)
    const fonts = await fontsOf(pdf)
    expect(fonts.length).toBeGreaterThanOrEqual(5)
    for (const { name, subtype, embedded } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+(BeVietnamPro-(Medium|Bold)|SourceSerif4-SemiBold)$/)
      expect(subtype).not.toBe('Type3')
      expect(embedded).toBe(true)
    }
  })
})
