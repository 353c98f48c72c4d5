import type { Box, Point, Segment, Shape } from '../picture.ts'
import { type Subpath, subpathsOf } from './path.ts'
import { colourOf, isSeen, pixels, styleOf } from './style.ts'

/** The least box around some boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y
  return { x, y, w, h }
}

/** The box of a circle, or of a point without a radius. */
const boxOf = ([x, y]: Point, radius = 0): Box => ({
  x: x - radius,
  y: y - radius,
  w: 2 * radius,
  h: 2 * radius,
})

const lengthOf = ([[a, b] = [0, 0], [c, d] = [a, b]]: readonly Point[]): number =>
  Math.hypot(c - a, d - b)

const isStraight = ({ points, segments }: Subpath): boolean =>
  points.length <= 2 && segments.every(({ to }) => to === 'M' || to === 'L')

/** The outline of a straight stroke: the area that it covers, which a drawing may have stretched. */
function cornersOf(points: readonly Point[], width: number): readonly Point[] {
  const [[a, b] = [0, 0], [c, d] = [0, 0]] = points
  const dx = (((b - d) / lengthOf(points)) * width) / 2
  const dy = (((c - a) / lengthOf(points)) * width) / 2
  return [
    [a + dx, b + dy],
    [c + dx, d + dy],
    [c - dx, d - dy],
    [a - dx, b - dy],
  ]
}

/** The shapes of one path: its filled area, and its strokes. */
function shapesOf(path: SVGPathElement, [left, top]: Point): readonly Shape[] {
  const matrix = path.getScreenCTM()
  if (!matrix) return []
  const { a, b, c, d, e, f } = matrix
  const place = ([x, y]: Point): Point => [a * x + c * y + e - left, b * x + d * y + f - top]
  const placed = (segment: Segment): Segment => {
    if (segment.to === 'Z') return segment
    const at = place(segment.at)
    if (segment.to !== 'C') return { ...segment, at }
    return { to: 'C', at, by: [place(segment.by[0]), place(segment.by[1])] }
  }
  const style = styleOf(path)
  const subpaths = subpathsOf(path.getAttribute('d') ?? '')
  const scale = Math.sqrt(Math.abs(a * d - b * c))
  const width = pixels(style.strokeWidth)
  const shapes: Shape[] = []
  const add = (look: Omit<Shape, 'box'>, boxes: readonly Box[]) => {
    if (boxes.length > 0) shapes.push({ box: boxAround(boxes), ...look })
  }
  const outline = (parts: readonly Subpath[]) => parts.flatMap((one) => one.segments).map(placed)
  const boxes = (parts: readonly Subpath[]) =>
    parts.flatMap(({ points }) => points.map((point) => boxOf(place(point))))
  if (isSeen(style.fill))
    add({ fill: colourOf(style.fill), path: outline(subpaths) }, boxes(subpaths))
  if (!isSeen(style.stroke) || width === 0) return shapes
  const colour = colourOf(style.stroke)
  // Dots are strokes of no length with round ends: one shape for all of them.
  const dots = subpaths
    .filter((one) => isStraight(one) && lengthOf(one.points) === 0)
    .flatMap(({ points: [at] }) => (at ? [place(at)] : []))
  const radius = (width * scale) / 2
  add(
    { fill: colour, path: dots.map((at) => ({ to: 'O', at, radius })) },
    dots.map((at) => boxOf(at, radius)),
  )
  const bars = subpaths
    .filter((one) => isStraight(one) && lengthOf(one.points) > 0)
    .map(({ points }) => cornersOf(points, width).map(place))
  const area = bars.flatMap((corners): readonly Segment[] => [
    ...corners.map((at, index) => ({ to: index === 0 ? 'M' : 'L', at }) as const),
    { to: 'Z' },
  ])
  add(
    { fill: colour, path: area },
    bars.flat().map((point) => boxOf(point)),
  )
  const curves = subpaths.filter((one) => !isStraight(one))
  const line = { colour, width: width * scale, dashed: false }
  add({ line, path: outline(curves) }, boxes(curves))
  return shapes
}

/**
 * The shapes of a drawing. `origin` is the corner of the slide, in pixels of the window. Throws an
 * `Error` if it holds another element than paths.
 */
export function drawingOf(svg: SVGSVGElement, origin: Point): readonly Shape[] {
  return [...svg.children].flatMap((element) => {
    if (element.localName !== 'path') throw new Error(`<${element.localName}> is not read.`)
    // Checked by its name.
    return shapesOf(element as SVGPathElement, origin)
  })
}
