import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../../src/model/deck/deck.ts'
import { wordsIn } from '../../../src/model/deck/text.ts'
import { slides } from '../../support/text.ts'

/** Slow speech, in words a minute: what the planned minutes must leave time for. */
const slow = 120

describe.for(slides)('the notes of $id', ({ notes, minutes, ...slide }) => {
  const text = notes.map((note) => note.text).join(' ')

  test('are a talk track of 60 to 180 words', () => {
    expect(wordsIn(text)).toBeGreaterThanOrEqual(60)
    expect(wordsIn(text)).toBeLessThanOrEqual(180)
  })

  test('can be read aloud in the planned minutes', () => {
    expect(minutes).toBeGreaterThanOrEqual(wordsIn(text) / slow)
  })

  test('say what to stress, what the article leaves out, and what comes next', () => {
    expect(text).toMatch(/[Nn]hấn|[Gg]iữ nguyên|[Đđ]ọc/)
    expect(text).toMatch(/không nêu|không kể|không có trong tay/)
    expect(text).toMatch(/[Tt]iếp theo|bắt đầu|trang sau|dừng ở đây/)
  })

  test('name only steps the slide has, in order', () => {
    const steps = notes.flatMap(({ step }) => step ?? [])
    const last = stepsOf({ notes, minutes, ...slide } as (typeof slides)[number])
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const step of steps) expect(step).toBeLessThanOrEqual(last)
  })
})
