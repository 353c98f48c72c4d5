import { expect, test } from 'vitest'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { deck } from '../sample-deck/deck.ts'

test('the sample deck has the 12 slides whose numbers many tests name', () => {
  const cure = 'to try a layout, make a deck of your own and show it with DECK=path/to/deck.ts'
  expect(slidesOf(deck), cure).toHaveLength(12)
})
