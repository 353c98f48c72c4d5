import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { nameOf, placesOf, slidesOf } from '../../../../src/model/deck/deck.ts'
import { plain, wordsIn } from '../../../../src/model/deck/text.ts'

const slides = slidesOf(deck)

describe('a text', () => {
  test('reads as one sentence without line breaks and stress', () => {
    expect(plain(['One', [{ stress: 'two' }, ' three'], [{ figure: '4' }]])).toBe('One two three 4')
  })

  test('counts its words by the spaces between them', () => {
    expect(wordsIn('  báo cáo\nviên ')).toBe(3)
  })
})

describe('the running order', () => {
  test('counts from one, and knows each slide’s part and place', () => {
    const places = placesOf(deck)
    expect(places[0]).toEqual({ slide: deck.cover, number: 1, total: slides.length })
    const { part } = places.find(({ slide }) => slide.id === 'viec-3') ?? {}
    expect(deck.parts[part?.index ?? -1]?.slides[part?.within ?? -1]?.id).toBe('viec-3')
    expect(places.at(-1)).toMatchObject({ number: slides.length })
    expect(places.at(-1)).not.toHaveProperty('part')
  })

  test('names a numbered slide by its number, any other by its title', () => {
    expect(slides.map(nameOf)).toEqual(
      expect.arrayContaining(['Việc 1', 'Việc 3', 'Lịch của ngày hội']),
    )
  })
})
