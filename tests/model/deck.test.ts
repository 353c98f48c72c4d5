import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import {
  minutesOf,
  nameOf,
  placesOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../../src/model/deck.ts'
import { plain, wordsIn } from '../../src/model/text.ts'

const slides = slidesOf(deck)

describe('a text', () => {
  test('reads as one sentence, whatever its lines and stress', () => {
    expect(plain(['One', [{ stress: 'two' }, ' three'], [{ figure: '4' }]])).toBe('One two three 4')
  })

  test('counts its words by the spaces between them', () => {
    expect(wordsIn('  báo cáo\nviên ')).toBe(3)
  })
})

describe('the running order', () => {
  test('counts from one, and knows part and place', () => {
    const places = placesOf(deck)
    expect(places[0]).toEqual({ slide: deck.cover, number: 1, total: slides.length })
    expect(places.find(({ slide }) => slide.id === 'dot-pha-3')?.part).toEqual({
      index: 4,
      within: 2,
    })
    expect(places.at(-1)).toMatchObject({ number: slides.length })
    expect(places.at(-1)).not.toHaveProperty('part')
  })

  test('has 18 to 24 slides, the six parts of the rail among them', () => {
    expect(slides.length).toBeGreaterThanOrEqual(18)
    expect(slides.length).toBeLessThanOrEqual(24)
    expect(deck.parts.map(({ name }) => name)).toEqual([
      'Chương trình',
      'Chuyên đề',
      'Kết quả',
      '2 trọng tâm',
      '5 đột phá',
      'Định hướng',
    ])
  })

  test('gives every slide an ASCII id and a title of its own', () => {
    const ids = slides.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    const titles = slides.map((slide) => `${nameOf(slide)} ${titleOf(slide)}`)
    expect(new Set(titles).size).toBe(titles.length)
    expect(new Set(slides.map(nameOf)).size).toBe(slides.length)
  })

  test('leads each item of the programme to parts that are there', () => {
    const names = deck.parts.map(({ name }) => name)
    const items = slides.flatMap((slide) => (slide.layout === 'programme' ? slide.items : []))
    expect(items).toHaveLength(3)
    for (const { parts } of items) {
      expect(parts.length).toBeGreaterThan(0)
      expect(names).toEqual(expect.arrayContaining([...parts]))
    }
  })

  test('rests every slide on a source, but for the list of what is missing', () => {
    const without = slides.filter((slide) => statementsOf(slide).length === 0)
    expect(without.map(({ id }) => id)).toEqual(['bai-khong-neu'])
  })

  test('has an answer for what every slide leaves out, but for the list of it', () => {
    const silent = slides.filter((slide) => silencesOf(slide).length === 0)
    expect(silent.map(({ id }) => id)).toEqual(['bai-khong-neu'])
  })

  test('plans about half an hour', () => {
    expect(minutesOf(slides)).toBeGreaterThanOrEqual(25)
    expect(minutesOf(slides)).toBeLessThanOrEqual(35)
  })

  test('names a numbered slide by its number, any other by its title', () => {
    expect(slides.map(nameOf)).toEqual(
      expect.arrayContaining(['Trọng tâm 1', 'Đột phá 5', 'Chương trình hội nghị']),
    )
  })

  test('writes no markup into a text', () => {
    expect(JSON.stringify(slides)).not.toMatch(/[<>]|&\w+;/)
  })
})
