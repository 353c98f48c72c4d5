import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../src/theme')

/** The stylesheets that a stylesheet imports, as paths below the theme; what the build makes is left out. */
const importsOf = (name: string): readonly string[] =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/@import "(\.[^"]+)"/g)].map(
    ([, path = '']) => join(name, '..', path),
  )

/** What packed files have no use for: no relay pairs a phone with one. */
const needless = ['speaker/pair-phone.css']

test.for([
  'speaker/speaker.css',
  'review/review.css',
  'outline/outline.css',
  'check/check.css',
  'guide/guide.css',
])('a packed file has all styles of %s', (name) => {
  const packed = [...importsOf('packed/packed.css'), ...importsOf('index.css'), 'index.css']
  const own = importsOf(name)
  expect(own.length).toBeGreaterThan(1)
  expect(own.filter((path) => !packed.includes(path) && !needless.includes(path))).toEqual([])
})
