import { expect, test } from 'vitest'
import { workerFor } from '../../../src/build/worker.ts'

test('a worker is told the size of each file in bytes, and a mark of each page', () => {
  const files = workerFor({
    'sw.js': '',
    'index.html': '<html >',
    'assets/a.js': 'Đề cương',
    'assets/b.woff2': new Uint8Array(7),
  })
  const told = JSON.parse(/\{.*\}/.exec(String(files['sw.js']))?.[0] ?? '')
  expect(told.sizes).toEqual({ 'assets/a.js': 13, 'assets/b.woff2': 7 })
  expect(String(files['index.html'])).toContain(told.marks['index.html'])
})
