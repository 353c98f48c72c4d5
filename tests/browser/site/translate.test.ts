import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

test('no page asks to be translated: the browser offers nothing over the slides', async () => {
  const dist = inject('dist')
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'))
  expect(names.length).toBeGreaterThanOrEqual(7)
  const pages = [
    ...names.map((name) => join(dist, name)),
    join(import.meta.dirname, '../../../src/relay/pair-page/pair.html'),
    join(import.meta.dirname, '../../../src/cli/serve/missing-page.ts'),
  ]
  for (const page of pages) {
    expect(await readFile(page, 'utf8'), page).toMatch(/<html [^>]*lang="vi" translate="no"/)
  }
})
