import { expect, test } from 'vitest'
import { subpathsOf } from '../../../src/office/measure/path.ts'
import { colourOf, isSerif } from '../../../src/office/measure/style.ts'

test('a path is read with its relative steps, its curves and its ends', () => {
  expect(subpathsOf('M1 2h3v-1zm.5.5l1 1C1 2 3 4 5 6')).toEqual([
    {
      segments: [
        { to: 'M', at: [1, 2] },
        { to: 'L', at: [4, 2] },
        { to: 'L', at: [4, 1] },
        { to: 'Z' },
      ],
      points: [
        [1, 2],
        [4, 2],
        [4, 1],
      ],
    },
    {
      segments: [
        { to: 'M', at: [1.5, 2.5] },
        { to: 'L', at: [2.5, 3.5] },
        {
          to: 'C',
          at: [5, 6],
          by: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      points: [
        [1.5, 2.5],
        [2.5, 3.5],
        [5, 6],
      ],
    },
  ])
})

test('a path with a command that is not read is refused, not drawn wrong', () => {
  expect(() => subpathsOf('M0 0A1 1 0 0 1 2 2')).toThrow('A')
})

test('colours are read in every form that a browser computes', () => {
  expect(colourOf('rgb(122, 18, 18)')).toEqual({ hex: '7A1212' })
  expect(colourOf('rgba(0, 0, 0, 0)')).toEqual({ hex: '000000', alpha: 0 })
  expect(colourOf('color(srgb 1 0.5 0 / 0.25)')).toEqual({ hex: 'FF8000', alpha: 0.25 })
})

test('a serif is told from a sans by the generic family', () => {
  expect(isSerif('"Source Serif 4", "Times New Roman", serif')).toBe(true)
  expect(isSerif('"Be Vietnam Pro", Arial, sans-serif')).toBe(false)
})
