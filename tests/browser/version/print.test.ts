import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { main } from '../../../src/cli/main.ts'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { slidesOf, titleOf } from '../../../src/model/deck/deck.ts'
import { exitCodes } from '../../../src/model/error.ts'
import { numberOf } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'
import { newContext, presents } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { openVersionEditor, readVersionFile } from '../support/page-actions.ts'
import { edition, file, version } from '../support/version.ts'

layPackedFiles()

const letters = (text: string): string => text.replace(/\s+/gu, '')
const shown = slidesOf(edition)
/** A note as paper has it. */
const note = letters('Nhắc số 3. <i>Hỏi</i> lại & dừng')

/** Holds the slides of a print against the version. */
function expectSlides({ pages, bookmarks }: PdfContent): void {
  expect(pages).toHaveLength(shown.length)
  shown.forEach((slide, at) => {
    expect(letters(pages[at] ?? '')).toContain(letters(titleOf(slide)))
  })
  expect(bookmarks.map(({ title }) => letters(title).replace(/^Việc\d|[“”]/g, ''))).toEqual(
    shown.map((slide) => letters(titleOf(slide))),
  )
  const own = letters(pages[numberOf('rieng-1', shown) - 1] ?? '')
  expect(own).toContain(letters('Phần của báo cáo viên'))
  expect(own).toContain(letters('Ý một <b>'))
  expect(letters(pages[0] ?? '')).toContain(letters('Hội trường huyện ủy · 25/5/2018'))
  expect(letters(pages.join(''))).not.toContain(note)
}

describe('a version printed by the command', () => {
  let folder = ''
  let prints: Readonly<Record<'slides' | 'notes' | 'audience' | 'outline', PdfContent>>
  let code: number
  let said = ''
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation((line) => {
      said += `${line}\n`
    })
    folder = await mkdtemp(join(tmpdir(), 'pdf-'))
    await writeFile(join(folder, 'ban.json'), file.replace('Ý hai', 'Ý hai 😀'))
    const out = join(folder, 'x.pdf')
    code = await main(['pdf', '--version-file', join(folder, 'ban.json'), '--out', out])
    const read = async (name: string) => readPdf(await readFile(join(folder, name)))
    prints = {
      slides: await read('x.pdf'),
      notes: await read('x-notes.pdf'),
      audience: await read('x-audience.pdf'),
      outline: await read('x-outline.pdf'),
    }
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is the deck it shows, a page a slide', async () => {
    expect(code).toBe(exitCodes.ok)
    expect((await readdir(folder)).sort()).toEqual([
      'ban.json',
      'x-audience.pdf',
      'x-notes.pdf',
      'x-outline.pdf',
      'x.pdf',
    ])
    expectSlides(prints.slides)
  })

  test('names the letters that no font has, with their page, and prints the rest', () => {
    expect(said).toContain(`Lưu ý: Trang ${numberOf('rieng-1', shown)}: Phông chữ không có “😀”`)
    expect(prints.slides.pages.join('')).toContain('Ý hai')
  })

  test('has the speaker’s notes for them alone, marked as theirs', () => {
    const text = letters(prints.notes.pages.join(''))
    expect(text).toContain(letters('Phần của báo cáo viên') + note)
    expect(text).toContain(letters('Nói chậm'))
    expect(text).not.toContain(letters('Nối với gần'))
    const handed = letters(prints.audience.pages.join(''))
    expect(handed).toContain(letters('Liên hệ huyện A'))
    expect(handed).not.toContain(note)
    expect(handed).not.toContain(letters('Nói chậm'))
  })

  test('has own slides in the outline, marked, and no note', () => {
    const text = letters(prints.outline.pages.join(''))
    expect(text).toContain(letters('Phần của báo cáo viên Liên hệ huyện A'))
    expect(text).toContain(letters('Phần của báo cáo viên Chào hội nghị'))
    expect(text).not.toContain(note)
    expect(prints.outline.pages.length).toBeLessThanOrEqual(5)
  })
})

describe('a version printed from the browser', () => {
  // What one deployment keeps the other does not see.
  let review: Page
  let second: Page
  beforeAll(async () => {
    const context = await newContext()
    review = await context.newPage()
    second = await context.newPage()
  })
  afterAll(() => review.context().close())

  test.for(walked)(
    'has a page for each slide it shows, and its notes beside its slides alone (A10), on %s',
    async (deployment) => {
      await review.goto(addressesOf(deployment).review)
      await openVersionEditor(review)
      await readVersionFile(review)
      const print = { preferCSSPageSize: true, printBackground: true, outline: true, tagged: true }

      await second.goto(addressesOf(deployment).deck)
      await presents(second)
      expectSlides(await readPdf(await second.pdf(print)))

      const withNotes = await readPdf(await review.pdf(print))
      expect(withNotes.pages.length).toBeGreaterThanOrEqual(shown.length)
      for (const page of withNotes.pages) expect(folded(page).length).toBeGreaterThan(20)
      const text = letters(withNotes.pages.join(''))
      expect(text).toContain(letters('Phần của báo cáo viên') + note)
      expect(text).not.toContain(letters('Nối với gần'))
      expect(text).not.toMatch(/Ẩntrang|Hiệntrang|Ghichúcủatôi|Đangẩn/)
      expect(version.hidden).toContain('tu-sach')

      await second.goto(addressesOf(deployment).outline)
      await second.waitForSelector('[data-of="rieng-1"]')
      const points = await readPdf(await second.pdf(print))
      expect(points.pages.length).toBeLessThanOrEqual(4)
      expect(letters(points.pages.join(''))).toContain(letters('Liên hệ huyện A'))
    },
  )
})
