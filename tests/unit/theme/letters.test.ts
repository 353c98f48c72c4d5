import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../src/theme')

/** Sheets of what has the window's size, not that of letters: slides, and where they become text. */
const ofSlides = ['deck/narrow.css', 'deck/presenting.css', 'slide/slide.css', 'check/page.css']

test('windows of text change their layout by the size of letters, not by pixels', () => {
  const inPixels = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && !ofSlides.includes(name))
    .flatMap((name) =>
      [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/@(media|container)[^{]*\dpx[^{]*/g),
      ].map(([query]) => `${name}: ${query}`),
    )
  expect(inPixels).toEqual([])
})
