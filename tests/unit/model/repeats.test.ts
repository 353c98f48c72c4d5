import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutRepeats, withRepeats } from '../../../src/model/repeats.ts'

test('any text is restored as it was', () => {
  const word = fc.string({ minLength: 30, maxLength: 90, unit: 'binary' })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.string(), (words, end) => {
      const text = `${words.join('')}${'x'.repeat(40_000)}${words.toReversed().join('')}${end}`
      expect(withRepeats(withoutRepeats(text))).toBe(text)
    }),
    { numRuns: 50 },
  )
})

test('only a long repetition far back is replaced by a reference', () => {
  const words =
    'Chiến tranh mạng và công tác bảo vệ an ninh, chủ quyền quốc gia trên không gian mạng'
  const between = Array.from({ length: 9000 }, (_, at) => at).join(' ')
  const pieces = withoutRepeats(`${words}${between}${words}.`)
  expect(pieces).toEqual([`${words}${between}`, [0, words.length], '.'])
  expect(withoutRepeats(`${words}${words}`)).toEqual([`${words}${words}`])
})
