import { beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { open } from '../../browser/support/browser.ts'
import { catalogOf } from '../../browser/support/pdf-parts.ts'
import { contentOf, type Prints, prints } from '../../browser/support/prints.ts'
import { facts, modules, numbered } from '../expected/facts.ts'
import { traps } from '../expected/traps.ts'

const slides = slidesOf(deck)
const letters = (text: string) => text.replace(/\s+/gu, '')

let read: PdfContent
let made: Prints
let pagesOf: Readonly<Record<'slides' | 'notes' | 'audience' | 'outline', readonly string[]>>

beforeAll(async () => {
  made = await prints()
  read = await contentOf(made.slides)
  pagesOf = {
    slides: read.pages,
    notes: (await contentOf(made.notes)).pages,
    audience: (await contentOf(made.audience)).pages,
    outline: (await contentOf(made.outline)).pages,
  }
})

test.for(facts)('the print shows %s on a page of %s', ([, module, words]) => {
  const pages = modules[module].map((id) => read.pages[slides.findIndex((s) => s.id === id)] ?? '')
  const parts = words.flatMap((word) => word.split(/(?<=[,;:”]) |(?= “)/))
  // A page's runs come in the order they are painted: a numeral after its sentence.
  const found = pages.some((page) =>
    parts.every((part) => letters(page).includes(letters(part).replace(/^\d/, ''))),
  )
  expect(found, pages.join('\n')).toBe(true)
})

test.for(traps)('no print says %s: %s', ([trap]) => {
  for (const name of ['slides', 'notes', 'audience', 'outline'] as const) {
    for (const text of pagesOf[name]) expect(text.match(trap)?.[0], name).toBeUndefined()
  }
})

test('the print has a page a slide, 16:9, none of them blank, in 150 kB', async () => {
  const { pages } = await catalogOf(made.slides)
  expect(pages).toEqual(slides.map(() => ({ width: 960, height: 540 })))
  for (const text of read.pages) expect(text.length).toBeGreaterThan(40)
  expect(made.slides.length).toBeLessThanOrEqual(150_000)
  expect(made.said).toMatch(new RegExp(`Xong: .+\\.pdf, ${slides.length} trang, \\d+ kB\\.`))
})

test('the outline is numbered I – 1 – a', () => {
  const text = pagesOf.outline.join(' ')
  for (const words of numbered) expect(text).toContain(words)
})

test('the outline takes four pages at most, by the command and from its page', async () => {
  expect(pagesOf.outline.length).toBeLessThanOrEqual(4)
  const { page } = await open('/outline.html')
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBeLessThanOrEqual(4)
  await page.context().close()
})
