import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { assemble } from '../../../src/build/pack.ts'

const page = await readFile(join(import.meta.dirname, '../../../src/pages/index.html'), 'utf8')
const lines = page.replaceAll('\r\n', '\n')

test.for(['\n', '\r\n'])('a packed page with line ends %j refers to no other file', (end) => {
  const parts = {
    wake: 'void 0',
    pages: 'void 1',
    style: 'a{}',
    others: 'b{}',
    renderer: 'void 2',
    office: 'void 3',
  }
  const packed = assemble(lines.replaceAll('\n', end), deck, parts)
  expect(packed).toContain('<script type="module">void 0</script>')
  expect(packed).toContain('<style>a{}</style>')
  expect(packed).not.toMatch(/<link|<script [^>]*src=/)
})
