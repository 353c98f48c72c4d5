import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { deck } from '../sample-deck/deck.ts'

test('the sample deck has a slide of each layout that a deck may use', () => {
  const layouts = readdirSync('src/render/layouts')
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replace('.tsx', ''))
    // A speaker's own slide, which no deck has.
    .filter((layout) => layout !== 'local')
  const used = new Set<string>(slidesOf(deck).map(({ layout }) => layout))
  expect(layouts.filter((layout) => !used.has(layout))).toEqual([])
})
