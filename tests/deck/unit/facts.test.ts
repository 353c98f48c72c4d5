import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { render } from '../../../src/render/render.tsx'
import { bodyTextOf, textOf, textOfSlide } from '../../support/text.ts'
import { count, facts, imprint, modules, said, whole } from '../expected/facts.ts'

/** The paragraphs that a slide cites, of whichever work. */
const citedOn = (text: string): readonly number[] =>
  [...text.matchAll(/Theo [^.]+?, đoạn ([\d, ]+)/g)].flatMap(([, at = '']) =>
    at.split(', ').map(Number),
  )

describe('the facts', () => {
  test('are all there, numbered in order', () => {
    expect(facts.map(([fact]) => fact)).toEqual(
      Array.from({ length: count }, (_, at) => `F${String(at + 1).padStart(2, '0')}`),
    )
  })

  test.for(facts)(
    '%s stands on a slide of %s, word for word, with its paragraph',
    ([, module, words, paragraphs]) => {
      const homes = modules[module].map(textOfSlide)
      const home = homes.find((text) => words.every((word) => text.includes(word)))
      expect(home, `none of these slides says it:\n${homes.join('\n')}`).toBeDefined()
      expect(citedOn(home ?? '').some((paragraph) => paragraphs.includes(paragraph))).toBe(true)
    },
  )
})

test.for(said)('%s says %o: %s', ([id, words]) => {
  for (const each of words) expect(bodyTextOf(id)).toContain(each)
})

test.for(whole)('%s says what is expected and nothing else', ([id, words]) => {
  expect(bodyTextOf(id)).toBe(words)
})

test('the outline says on top what it is and where it comes from', () => {
  const { body } = render('outline', deck)
  const top = textOf(body.slice(0, body.indexOf('data-of=')))
  for (const words of imprint) expect(top).toContain(words)
})
