import type { Point, Segment } from '../picture.ts'

/** A stretch of a path: its outline, and its points in order without those that bend it. */
export interface Subpath {
  readonly segments: readonly Segment[]
  readonly points: readonly Point[]
}

const numbersOf: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Z: 0 }

/**
 * Parses the `d` of an SVG path into absolute segments. Throws an `Error` for commands that no
 * drawing of a deck has so far, such as arcs.
 */
export function subpathsOf(d: string): readonly Subpath[] {
  const found: { segments: Segment[]; points: Point[] }[] = []
  let [x, y] = [0, 0]
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = letter.toUpperCase()
    const count = numbersOf[kind]
    if (count === undefined) throw new Error(`The path command ${letter} is not read.`)
    const numbers = (rest.match(/[+-]?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    for (let at = 0; at === 0 || at < numbers.length; at += count || 1) {
      const [left, top] = letter === kind ? [0, 0] : [x, y]
      const pair = (index: number): Point => [
        left + (numbers[at + index] ?? 0),
        top + (numbers[at + index + 1] ?? 0),
      ]
      const current = found.at(-1)
      if (kind === 'Z') {
        current?.segments.push({ to: 'Z' })
        ;[x, y] = current?.points[0] ?? [x, y]
        continue
      }
      if (kind === 'H') x = left + (numbers[at] ?? 0)
      else if (kind === 'V') y = top + (numbers[at] ?? 0)
      else [x, y] = pair(count - 2)
      if (kind === 'M' && at === 0) {
        found.push({ segments: [{ to: 'M', at: [x, y] }], points: [[x, y]] })
        continue
      }
      current?.points.push([x, y])
      current?.segments.push(
        kind === 'C' ? { to: 'C', at: [x, y], by: [pair(0), pair(2)] } : { to: 'L', at: [x, y] },
      )
    }
  }
  return found
}
