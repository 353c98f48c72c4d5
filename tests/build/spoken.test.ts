import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partsOf } from '../../src/build/fonts.ts'
import { spokenIn, spokenWords } from '../../src/build/spoken.ts'
import { vietnameseLetters } from '../../src/model/alphabet.ts'
import { body, textOf } from '../text.ts'

test('what a script says is read from its source, and nothing that people never see', () => {
  const source = [
    "// Isn't said: a comment, an 'id', or `code`",
    "const lost = 'Mất kết nối – đang nối lại'",
    'say(`Không có trang ‘\u0024{slide.id}’.`, "#x{}", \'live/state\')',
  ].join('\n')
  expect(spokenIn(source).split('\n')).toEqual(['Mất kết nối – đang nối lại', 'Không có trang ‘’.'])
})

test('the letters of all that may be said without a network are loaded with those of the slides', () => {
  const words = spokenWords(join(import.meta.dirname, '../..'))
  const [first, rest] = partsOf(textOf(body) + words)
  const sentences = [
    'Mất kết nối – đang nối lại',
    'Đang tự xem. Mất kết nối – đang nối lại',
    'Mất kết nối với máy chủ trực tiếp – đang nối lại',
    'Chưa tải được phông chữ. Đang dùng phông có sẵn.',
    'Về trang đang trình bày',
  ]
  for (const sentence of sentences) {
    expect([...sentence].filter((letter) => !first.letters.includes(letter))).toEqual([])
  }
  // It is still a part: the alphabet is not.
  expect(rest.letters.length).toBeGreaterThan(vietnameseLetters.length / 4)
})
