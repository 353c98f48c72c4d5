import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { render } from '../../../src/render/render.tsx'
import { textOf, textOfSlide } from '../../support/text.ts'
import { facts, modules } from './facts.ts'

const citedOn = (text: string): readonly number[] =>
  (/Theo Kinhtedothi, đoạn ([\d, ]+)/.exec(text)?.[1] ?? '').split(', ').map(Number)

describe('the seventy facts', () => {
  test('are seventy', () => {
    expect(facts.map(([fact]) => fact)).toEqual(
      Array.from({ length: 70 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`),
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

test('the outline says on top what it is and where it comes from', () => {
  const { body } = render('outline', deck)
  const top = textOf(body.slice(0, body.indexOf('data-of=')))
  for (const words of [
    'tài liệu tham khảo tổng hợp từ báo chí công khai, không phải văn bản do cơ quan nào ban hành',
    'Kinhtedothi, tác giả Trần Long',
    'sáng 18/5/2018',
  ]) {
    expect(top).toContain(words)
  }
})
