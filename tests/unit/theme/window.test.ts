import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../src/theme')

// Headless browsers have no address bar that could show it.
test('the height of the window is that between a phone’s bars, in one place', () => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => {
      const heights = readFileSync(join(folder, name), 'utf8').match(
        /[\w-]+:[^:;{}]*\b100d?vh(?=[^{}]*;)/g,
      )
      return (heights ?? []).map((height) => `${name}: ${height}`)
    })
  expect(found.sort()).toEqual([
    // Room out of sight, above and below what is dragged.
    'review/dragging.css: padding-block: 100vh',
    'tokens.css: --window: 100dvh',
    'tokens.css: --window: 100vh',
  ])
})
