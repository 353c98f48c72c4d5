import { expect } from 'vitest'
import { readPresentation } from '../../support/office.ts'

/** A presentation without its places: what is the same wherever it is made. */
export function wordsOf(file: Uint8Array) {
  const { slides, sections } = readPresentation(file)
  return {
    sections,
    slides: slides.map(({ xml: _, shapes, ...slide }) => ({
      ...slide,
      shapes: shapes.map(({ box: _, ...shape }) => shape),
    })),
  }
}

/** Half a hundredth of a slide's height, in its pixels. */
const slack = 0.005 * 720

/** That each shape of a presentation stands where it does in another. */
export function expectInPlace(one: Uint8Array, other: Uint8Array): void {
  const boxes = (file: Uint8Array) =>
    readPresentation(file).slides.flatMap(({ id, shapes }) =>
      shapes.map(({ name, box }) => ({ what: `${id}: ${name}`, box })),
    )
  const others = boxes(other)
  for (const [at, { what, box }] of boxes(one).entries()) {
    for (const side of ['x', 'y', 'w', 'h'] as const) {
      const apart = Math.abs(box[side] - (others[at]?.box[side] ?? 0))
      expect(apart, `${what}, ${side}`).toBeLessThan(slack)
    }
  }
}
