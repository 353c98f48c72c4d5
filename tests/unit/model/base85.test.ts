import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase85, toBase85 } from '../../../src/model/base85.ts'

test('bytes of any length are read back from text that a script element holds', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase85(bytes)
      expect(text).toMatch(/^[(-;=-}]*$/)
      expect(text.length).toBe(Math.ceil((bytes.length * 5) / 4))
      expect([...fromBase85(text)]).toEqual([...bytes])
    }),
  )
  for (const length of [1, 2, 3, 4, 5]) {
    const bytes = new Uint8Array(length).fill(255)
    expect([...fromBase85(toBase85(bytes))]).toEqual([...bytes])
  }
})
