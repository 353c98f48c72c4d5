import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { has, present } from '../../browser/support/browser.ts'
import { type Drawn, textsOf } from '../../browser/support/probe.ts'
import { longer, wider } from '../expected/rows.ts'

/** What a person in the last row takes in at once: rows of text, letters of a line. */
const most = { rows: 6, letters: 45 }

let page: Page
beforeAll(async () => {
  ;({ page } = await present())
})
afterAll(() => page.context().close())

test('exceptions are for slides that there are', () => {
  const ids: readonly string[] = slidesOf(deck).map(({ id }) => id)
  expect([longer, wider].flatMap(Object.keys).filter((id) => !ids.includes(id))).toEqual([])
})

/** Body text between rail and foot. */
const bodyOf = (drawn: readonly Drawn[]) =>
  drawn.filter(({ where, top }) => where === 'body' && top > 16)

const rowsOf = (drawn: readonly Drawn[]): number =>
  new Set(bodyOf(drawn).map(({ bottom }) => Math.round(bottom / 1.5))).size

/** The letters of the longest line, runs that follow each other put together. */
function lettersOf(drawn: readonly Drawn[]): number {
  const lines: { bottom: number; right: number; letters: number }[] = []
  for (const { text, left, right, bottom } of bodyOf(drawn)) {
    const line = lines.find(
      (one) => Math.abs(one.bottom - bottom) < 1.5 && Math.abs(left - one.right - 0.75) < 1.25,
    )
    if (line) Object.assign(line, { letters: line.letters + text.length, right })
    else lines.push({ bottom, right, letters: text.length })
  }
  return Math.max(0, ...lines.map(({ letters }) => letters))
}

test.for(slidesOf(deck))('$id is taken in at once', async ({ id }) => {
  await page.evaluate((id) => {
    location.hash = `#/${id}/9`
  }, id)
  await has(page, `[id="${id}"].present`)
  const drawn = await textsOf(page, id)
  // An exception says exactly how far it goes: one that is needed no more is seen.
  const rows = 'rows: say less, or name the slide in `longer` of expected/rows.ts'
  if (id in longer) expect(rowsOf(drawn), rows).toBe(longer[id])
  else expect(rowsOf(drawn), rows).toBeLessThanOrEqual(most.rows)
  const letters = 'letters of a line: break it, or name the slide in `wider` of expected/rows.ts'
  if (id in wider) expect(lettersOf(drawn), letters).toBe(wider[id])
  else expect(lettersOf(drawn), letters).toBeLessThanOrEqual(most.letters)
})
