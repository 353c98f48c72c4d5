import { beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { prints } from '../../browser/support/prints.ts'
import { facts, modules } from '../unit/facts.ts'
import { traps } from '../unit/traps.ts'

const slides = slidesOf(deck)
const letters = (text: string) => text.replace(/\s+/gu, '')

let read: PdfContent

beforeAll(async () => {
  read = await readPdf((await prints()).slides)
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

test.for(traps)('the print never says %s: %s', ([trap]) => {
  for (const text of read.pages) expect(text.match(trap)?.[0]).toBeUndefined()
})
