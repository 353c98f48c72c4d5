import { describe, expect, test } from 'vitest'
import { unprintable } from '../../../../src/model/language/alphabet.ts'
import { fitted, isRoomy, remarksOn, room, takenIn } from '../../../../src/model/version/fit.ts'
import { clean, withoutMarks } from '../../../../src/model/version/own-text.ts'
import { original } from '../../../../src/model/version/version.ts'

describe('a line from a word processor', () => {
  test.for([
    ['•\tÝ một', 'Ý một'],
    ['\uf0b7\tÝ một', 'Ý một'],
    ['\uf0fcÝ một', 'Ý một'],
    ['·\u00a0\u00a0Ý một', 'Ý một'],
    ['  - Ý một', 'Ý một'],
    ['– Ý một', 'Ý một'],
    ['* Ý một', 'Ý một'],
    ['+ Ý một', 'Ý một'],
    ['1. Ý một', 'Ý một'],
    ['12)\tÝ một', 'Ý một'],
    ['a) Ý một', 'Ý một'],
    ['đ)\tÝ một', 'Ý một'],
    ['IV.\tÝ một', 'Ý một'],
    ['o\tÝ một', 'Ý một'],
    ['§\tÝ một', 'Ý một'],
    ['❖ Ý một', 'Ý một'],
    ['→ Ý một', 'Ý một'],
    ['✅ Ý một', 'Ý một'],
    ['👉🏻Ý một', 'Ý một'],
    ['➡️ Ý một', 'Ý một'],
    ['1️⃣ Ý một', 'Ý một'],
  ] as const)('%j loses its bullet or number', ([line, words]) => {
    expect(withoutMarks(line, false)).toBe(words)
  })

  test.for([
    '3 nghị quyết',
    '1.500 đồng',
    '-5 độ',
    'V. I. Lênin',
    'o ép',
    'a. b',
    '§ 4',
    '2018',
    '№ 5',
    '© 2018',
  ])('%j keeps its first word', (line) => {
    expect(withoutMarks(line, false)).toBe(line)
  })

  test('loses its bullet on each line, except one inserted inside a line', () => {
    expect(withoutMarks('- một\r\n- hai\t\n- ba', false)).toBe('một\nhai \nba')
    expect(withoutMarks('- một\n- hai', true)).toBe('- một\nhai')
  })
})

test('private-use characters and lone surrogates are removed', () => {
  expect(clean('\uf0b7 a\ue000b\u{f0000}c\ud800d\udc00')).toBe('abcd')
})

test('what a document writes in its own way is kept as a keyboard writes it', () => {
  expect(clean('26\u2011NQ/TW,\u2009\u22125 độ')).toBe('26-NQ/TW, -5 độ')
  expect(clean('ﬁ ﬂ 𝗡𝗴𝗵𝗶\u0323 𝗾𝘂𝘆𝗲\u0302\u0301𝘁')).toBe('fi fl Nghị quyết')
  expect(clean('dòng một\vdòng hai')).toBe('dòng một\ndòng hai')
  expect(withoutMarks('\u2011 một\v• hai', false)).toBe('một\nhai')
})

test('characters that the fonts lack are listed with their marks, once', () => {
  expect(unprintable('Hội nghị ở huyện Ẫ “A” – 5 × 3 = 15 ₫…\nƯ\u0323')).toEqual([])
  expect(unprintable('👍🏽 và 👍🏽, x\u0302, 漢')).toEqual(['👍🏽', 'x\u0302', '漢'])
})

describe('the speaker’s own text', () => {
  const shown = (points: readonly string[], title = 'Liên hệ') =>
    fitted({ ...original, own: [{ id: 'rieng-1', title, points, minutes: 1 }] }).own[0]

  test('is shown unchanged and without remarks if it fits', () => {
    const points = Array(room.points).fill('Ý vừa một dòng')
    expect(shown(points)).toMatchObject({ title: 'Liên hệ', points })
    expect(remarksOn('points', points.join('\n'))).toEqual([])
    expect(takenIn('points', points.join('\n'))).toBe('5/5 ý, 5/6 dòng')
    // The limits are seen before they are met.
    expect(takenIn('title', ' ')).toBe('tối đa 60 ký tự')
    expect(takenIn('speaker', '')).toBe('tối đa 60 ký tự')
  })

  test('is cut after a word, or inside one only if that fills the whole line', () => {
    expect(shown([], 'Một hai '.repeat(20).trim())?.title).toBe(`${'Một hai '.repeat(7)}Một…`)
    expect(shown([], 'x'.repeat(200))?.title).toBe(`${'x'.repeat(room.title - 1)}…`)
  })

  test('gets the lines that are left, and no more', () => {
    const line = 'năm chữ cái '.repeat(7).trim()
    const { points = [] } = shown([line, line, 'một dòng', line, 'không còn chỗ']) ?? {}
    expect(points.slice(0, 3)).toEqual([line, line, 'một dòng'])
    expect(points[3]).toMatch(/^năm chữ cái.* chữ…$/)
    expect(points).toHaveLength(4)
  })
})

test('up to four points have room at the size of other rows, a longer title for a line less', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'Ý')
  const two = 'chữ '.repeat(15)
  expect(isRoomy('Đầu đề', lines(4))).toBe(true)
  expect(isRoomy('Đầu đề', lines(5))).toBe(false)
  expect(isRoomy('Đầu đề', [two, two, two])).toBe(true)
  expect(isRoomy('Đầu đề dài hơn một dòng trên trang chiếu', [two, two, two])).toBe(false)
})
