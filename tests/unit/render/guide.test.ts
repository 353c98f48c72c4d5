import { expect, test } from 'vitest'
import { deck } from '#deck'
import { commands, keyName } from '../../../src/model/talk/command.ts'
import { render } from '../../../src/render/render.tsx'
import { everything, textOf } from '../../support/text.ts'

const { body } = render('huong-dan', deck)

/** What the guide names in bold: keys, and words of the pages. */
const named = [...body.matchAll(/<b>([^<]+)<\/b>/g)].map(([, words]) => words ?? '')

test('the guide names only keys that do something and words that stand on a page', () => {
  const keys = Object.values(commands).flatMap(({ keys }) => keys.map(keyName))
  // The browser's own, and those of the version editor.
  const known = new Set([...keys, 'Ctrl+P', 'Ctrl+Z', 'Ctrl+Y'])
  const pages = everything
    .filter(({ where }) => where !== 'huong-dan')
    .map(({ text }) => text)
    .join(' | ')
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((words) => !known.has(words) && !pages.includes(words))).toEqual([])
})

test('the guide shows no mark of Markdown', () => {
  expect(textOf(body)).not.toMatch(/[*`#_]|\]\(/)
  expect(body.match(/<li>/g)?.length).toBeGreaterThan(10)
})

test('the guide never parts a key from the word before it', () => {
  expect(body).toContain('phím\u00a0<b>')
  expect(body).not.toContain('phím <b>')
})
