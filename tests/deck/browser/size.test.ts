import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { deck } from '#deck'
import { fromBase85 } from '../../../src/model/base85.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { present } from '../../browser/support/browser.ts'

test('the deck asks its own server for eight files, under 76 kB, when it is first loaded', async () => {
  const { page } = await present()
  const { urls, bytes } = await page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[]
    return {
      urls: entries.map(({ name }) => name),
      bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0),
    }
  })
  expect(urls.every((url) => url.startsWith(inject('origin')))).toBe(true)
  expect(urls.filter((url) => url.endsWith('.woff2')).length).toBe(3)
  expect(urls.length).toBeLessThanOrEqual(8)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(76_000)
  await page.context().close()
})

// The speaker's can make PowerPoint and Word files.
test.for([
  ['bao-cao-vien.html', 310],
  ['khan-gia.html', 285],
] as const)('%s is one file of at most %i kB', async ([name, kilobytes]) => {
  const { size } = await stat(join(inject('dist'), 'mang-theo', name))
  expect(size).toBeLessThanOrEqual(1000 * kilobytes)
})

test('the file for the audience holds nothing of what the speaker says or is reminded of', async () => {
  const read = async (name: string) => {
    const html = await readFile(join(inject('dist'), 'mang-theo', name), 'utf8')
    const asleep = /class="asleep">([^<]+)/.exec(html)?.[1] ?? ''
    return html + gunzipSync(fromBase85(asleep)).toString()
  }
  const [theirs, ours] = [await read('khan-gia.html'), await read('bao-cao-vien.html')]
  for (const text of slidesOf(deck).flatMap(({ notes }) => notes.map(noteText))) {
    expect(ours).toContain(text)
    expect(theirs).not.toContain(text)
  }
})
