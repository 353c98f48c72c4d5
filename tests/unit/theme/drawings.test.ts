import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../src/theme')
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8') }))

test('no drawing has a percentage height: WebKit uses its aspect ratio instead', () => {
  for (const { name, css } of all) {
    for (const [, selector = '', body = ''] of css.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
      if (/svg\s*$/.test(selector)) expect(body, name).not.toMatch(/block-size: 100%/)
    }
  }
})
