import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../src/theme')
const sheetOf = (name: string) => readFileSync(join(folder, name), 'utf8')
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: sheetOf(name) }))

/** The selectors with a named page, and its name. */
const named = all.flatMap(({ css }) =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    const [, page] = /(?:^|;)\s*page: (\w+);/.exec(body) ?? []
    return page ? [{ page, selector }] : []
  }),
)

describe.for([...new Set(named.map(({ page }) => page))])('the page called %s', (page) => {
  // Firefox takes the name from the first box of the page before, Chromium from the box that begins
  // it.
  test('is set for the document, its body and the slides on it', () => {
    const selectors = named.filter((one) => one.page === page).map(({ selector }) => selector)
    const whole = selectors.join(',')
    expect(whole).toMatch(/body/)
    if (page !== 'check') expect(whole).toMatch(/section/)
  })
})

test('rows of slides leave some of the sheet unused, which Firefox needs', () => {
  const css = sheetOf('deck/print-sheets.css')
  const rows = [...css.matchAll(/\[data-sheet="(\d)"\] \{[^}]*--row: (\d+)mm/g)]
  expect(rows.map(([, count]) => count)).toEqual(['1', '2', '4', '6'])
  for (const [, count, row] of rows) {
    const [high, across] = count === '1' || count === '4' ? [190, 2] : [277, 2]
    const lines = count === '1' || count === '2' ? Number(count) : Number(count) / across
    const room = high - lines * Number(row)
    expect(room, `${count} on a sheet`).toBeGreaterThanOrEqual(5)
    // But less than another row would take.
    expect(room, `${count} on a sheet`).toBeLessThan(Number(row))
  }
})

test('rules for narrow screens do not apply to print, because paper is narrow too', () => {
  // A4 is 624 px wide between its margins, which Firefox takes as the width of the window.
  for (const name of ['review/cards.css', 'deck/narrow.css']) {
    for (const [, media = ''] of sheetOf(name).matchAll(
      /@media ([^{]*max-width: (?:699|4\d\.)[^{]*)/g,
    )) {
      expect(media, name).toMatch(/^screen/)
    }
  }
})
