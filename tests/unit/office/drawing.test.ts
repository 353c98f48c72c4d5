import { expect, test } from 'vitest'
import { strokesIn } from '../../../src/office/measure/drawing.ts'
import { colourOf, isSerif } from '../../../src/office/measure/style.ts'

test('bars are boxes around their strokes, dots around a point, each from the end of the last', () => {
  expect(strokesIn('M1 .8h3M5 .8h2', 1)).toEqual({
    boxes: [
      { x: 1, y: 0.30000000000000004, w: 3, h: 1 },
      { x: 5, y: 0.30000000000000004, w: 2, h: 1 },
    ],
    round: false,
  })
  expect(strokesIn('M1.5 2h0m3 0h0m-2 1h0', 2)).toEqual({
    boxes: [
      { x: 0.5, y: 1, w: 2, h: 2 },
      { x: 3.5, y: 1, w: 2, h: 2 },
      { x: 1.5, y: 2, w: 2, h: 2 },
    ],
    round: true,
  })
})

test('a drawing of nothing has no boxes', () => {
  expect(strokesIn('', 1).boxes).toEqual([])
})

test.for(['M0 0A1 1 0 0 1 2 2', 'M0 0v3'])('the path “%s” is refused, not drawn wrong', (d) => {
  expect(() => strokesIn(d, 1)).toThrow('is not read')
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
