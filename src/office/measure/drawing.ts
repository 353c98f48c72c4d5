import type { Box, Shape } from '../picture.ts'
import { colourOf, pixels, styleOf } from './style.ts'

/** A horizontal stroke, which begins at a place, or at a distance from the end of the last one. */
const stroke = /([Mm])(-?[\d.]+) (-?[\d.]+)h(-?[\d.]+)/g

/**
 * The dots and bars of a drawing as boxes, in its own units. Dots are strokes of no length with
 * round ends. Throws an `Error` for a path that holds anything else.
 */
export function strokesIn(d: string, width: number): Pick<Shape, 'boxes' | 'round'> {
  let [x, y] = [0, 0]
  if (d.replace(stroke, '') !== '') throw new Error(`The path ${d} is not read.`)
  const strokes = [...d.matchAll(stroke)].map(([, letter, across, down, long]) => {
    const [left, top] = letter === 'm' ? [x, y] : [0, 0]
    const from = left + Number(across)
    y = top + Number(down)
    x = from + Number(long)
    return { x: from, y, length: Number(long) }
  })
  const round = strokes.every(({ length }) => length === 0)
  const end = round ? width / 2 : 0
  const boxes = strokes.map(({ x, y, length }) => ({
    x: x - end,
    y: y - width / 2,
    w: length + 2 * end,
    h: width,
  }))
  return { boxes, round }
}

/**
 * The shapes of a drawing, one for each of its paths, in pixels of the window. Throws an `Error` if
 * it holds anything else.
 */
export const drawingOf = (svg: SVGSVGElement): readonly Shape[] =>
  [...svg.children].map((element) => {
    // Nothing else is an element with such a matrix and such data.
    const path = element as SVGPathElement
    const { a, d, e, f } = path.getScreenCTM() ?? new DOMMatrix()
    const style = styleOf(path)
    const { boxes, round } = strokesIn(path.getAttribute('d') ?? '', pixels(style.strokeWidth))
    const placed = ({ x, y, w, h }: Box): Box => ({
      x: a * x + e,
      y: d * y + f,
      w: a * w,
      h: d * h,
    })
    return { boxes: boxes.map(placed), round, fill: colourOf(style.stroke) }
  })
