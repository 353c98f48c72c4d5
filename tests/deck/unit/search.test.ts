import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { indexOf } from '../../../src/model/search/index-of.ts'
import { search } from '../../../src/model/search/search.ts'
import { notedIn, shownIn } from '../../support/entries.ts'
import { absent, noted, searches } from '../expected/searches.ts'

const indexes = [
  ['the deck', indexOf(shownIn(deck))],
  ['the speaker', indexOf(notedIn(deck))],
] as const

describe.for(indexes)('in the windows of %s, the search', ([name, index]) => {
  const firstOf = (questions: readonly (readonly [string, string])[]) =>
    questions.map(([question]) => [question, search(index, question)[0]?.id])

  test.for(Object.entries(searches))('finds %s', ([, questions]) => {
    expect(firstOf(questions)).toEqual(questions)
  })

  test('finds nothing that the article does not have', () => {
    const found = absent.map((question) => [question, search(index, question).map(({ id }) => id)])
    expect(found.filter(([, hits]) => hits?.length)).toEqual([])
  })

  if (name === 'the speaker') {
    test('finds the notes, and what only the speaker is told to be missing', () => {
      expect(firstOf(noted)).toEqual(noted)
    })
  }
})
