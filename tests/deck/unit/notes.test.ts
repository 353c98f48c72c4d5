import { describe, expect, test } from 'vitest'
import { silencesOf, stepsOf } from '../../../src/model/deck/deck.ts'
import { saidIn } from '../../../src/model/deck/notes.ts'
import { wordsOf } from '../../../src/model/deck/reading-time.ts'
import { remindersIn } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { textOfSlide } from '../../support/text.ts'

/** All that the slides show, in small letters. */
const shown = slides
  .map(({ id }) => textOfSlide(id))
  .join(' ')
  .toLowerCase()

describe.for(slides)('the notes of $id', (slide) => {
  const { notes } = slide
  const said = saidIn(notes)
  const reminders = remindersIn(notes)

  test('are words for half a minute or so', () => {
    expect(wordsOf(slide)).toBeGreaterThanOrEqual(30)
    expect(wordsOf(slide)).toBeLessThanOrEqual(120)
  })

  test('can be spoken as they are: no advice to the speaker, the article named once at most', () => {
    const words = said.join(' ')
    expect(words).not.toMatch(/[Nn]hấn|[Nn]ếu được hỏi|[Kk]hi nói|[Đđ]ọc|người nghe/)
    expect(words.match(/\bbài\b/gi)?.length ?? 0).toBeLessThanOrEqual(1)
  })

  test('promise no slide: which one comes next, the running order decides', () => {
    expect(said.join(' ')).not.toMatch(/[Tt]iếp theo là|trang sau|trang trước|sau đây|sắp tới/)
  })

  test('conclude nothing that the article does not say', () => {
    expect([...said, ...reminders].join(' ')).not.toMatch(
      /tên chính thức|nhóm việc|hay hỏi|quan trọng nhất|từ điểm cầu|kết quả mong muốn|nói về con người|định hướng của Nghị quyết|thì quá khứ|thành công|quán triệt|đồng chí/i,
    )
  })

  test('quote only words that the slides say, and quote a word that they speak of', () => {
    const words = [...said, ...reminders].join(' ')
    for (const [, quote = ''] of words.matchAll(/“([^”]+)”/g)) {
      expect(shown, quote).toContain(quote.toLowerCase())
    }
    expect(words).not.toMatch(
      /(?:Nhấn|[Cc]ụm từ|[Đđ]ộng từ)(?! (?:ấy|các động từ|động từ|chủ thể|“))/,
    )
  })

  test('remind of what the source does not say', () => {
    expect(reminders).toHaveLength(1)
    if (silencesOf(slide).length > 0) expect(reminders.join(' ')).toMatch(/bài không nêu/)
  })

  test('name only steps the slide has, in order', () => {
    const steps = notes.flatMap(({ step }) => step ?? [])
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const step of steps) expect(step).toBeLessThanOrEqual(stepsOf(slide))
  })
})
