import { expect, test } from 'vitest'
import { stepInWords } from '../../../../src/client/ui/announce.ts'

test('what is left of a slide is said in presses, and nothing of a slide without steps', () => {
  const said = [0, 1, 2].map((step) => stepInWords(step, 2))
  expect(said).toEqual(['còn 2 bước', 'còn 1 bước', 'đã hiện hết'])
  expect(stepInWords(0, 0)).toBe('')
})
