import { beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { makeOffice } from '../../../src/cli/office/office.ts'
import { withPress } from '../../../src/cli/pdf/press.ts'
import { slidesOf, titleOf } from '../../../src/model/deck/deck.ts'
import type { OfficeFile } from '../../../src/office/office.ts'
import { faultsIn, readDocument, readPresentation } from '../../support/office.ts'
import { facts, modules, numbered } from '../expected/facts.ts'
import { traps } from '../expected/traps.ts'

const letters = (text: string) => text.replace(/[\s\u00a0]+/gu, '')

let files: Readonly<Record<OfficeFile, Uint8Array>>
let slides: ReturnType<typeof readPresentation>['slides']
let texts: readonly string[]

beforeAll(async () => {
  files = await withPress(undefined, makeOffice)
  slides = readPresentation(files.speaker).slides
  texts = [
    ...slides.flatMap(({ shapes, notes }) => [
      shapes.map(({ lines }) => lines.join(' ')).join(' '),
      ...notes,
    ]),
    ...readDocument(files.outline).paragraphs.map(({ text }) => text),
  ].map((text) => text.replaceAll('\u00a0', ' '))
})

test('the files have none of the faults that programs stumble over', () => {
  for (const [name, file] of Object.entries(files)) expect(faultsIn(file), name).toEqual([])
})

test.for(facts)('the presentation shows %s on a slide of %s', ([, module, words]) => {
  const pages = modules[module].map((id) =>
    letters(
      slides
        .find((slide) => slide.id === id)
        ?.shapes.flatMap(({ lines }) => lines)
        .join('') ?? '',
    ),
  )
  const parts = words.flatMap((word) => word.split(/(?<=[,;:”]) |(?= “)/))
  const found = pages.some((page) =>
    parts.every((part) => page.includes(letters(part).replace(/^\d/, ''))),
  )
  expect(found, pages.join('\n')).toBe(true)
})

test.for(traps)('no file says %s: %s', ([trap]) => {
  for (const text of texts) expect(text.match(trap)?.[0]).toBeUndefined()
})

test('every slide has a title, and the outline each of them', () => {
  const outline = letters(texts.join(''))
  expect(slides.map(({ id }) => id)).toEqual(slidesOf(deck).map(({ id }) => id))
  for (const { id, title } of slides) expect(title, id).not.toBe('')
  for (const slide of slidesOf(deck)) {
    if (slide.layout !== 'gaps') expect(outline).toContain(letters(titleOf(slide)))
  }
})

test('the outline is numbered by Word, not by letters in its text', () => {
  const { paragraphs } = readDocument(files.outline)
  for (const { text } of paragraphs) expect(text).not.toMatch(/^([IVX]+\.|\d+\.|[a-z]\)) /)
  for (const words of numbered) {
    const plain = words.replace(/^([IVX]+\.|\d+\.|[a-z]\)) /, '')
    expect(
      paragraphs.some(({ text }) => text.replaceAll('\u00a0', ' ').startsWith(plain)),
      plain,
    ).toBe(true)
  }
})

test('each file is light enough to send', () => {
  for (const file of Object.values(files)) expect(file.length).toBeLessThanOrEqual(200_000)
})
