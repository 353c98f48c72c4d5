import { expect } from 'vitest'
import { readPresentation } from '../../support/office.ts'

type Presentation = ReturnType<typeof readPresentation>

const known = new WeakMap<Uint8Array, Presentation>()

/** Reads a presentation back, once: a file that others are held against is read for each. */
export function presentationOf(file: Uint8Array): Presentation {
  const read = known.get(file) ?? readPresentation(file)
  known.set(file, read)
  return read
}

/** A presentation without its places: what is the same wherever it is made. */
export function wordsOf(file: Uint8Array) {
  const { slides, sections } = presentationOf(file)
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
    presentationOf(file).slides.flatMap(({ id, shapes }) =>
      shapes.map(({ name, box }) => ({ what: `${id}: ${name}`, box })),
    )
  const others = boxes(other)
  const apart = boxes(one).flatMap(({ what, box }, at) =>
    (['x', 'y', 'w', 'h'] as const)
      .map((side) => ({ what, side, by: Math.abs(box[side] - (others[at]?.box[side] ?? 0)) }))
      .filter(({ by }) => !(by < slack)),
  )
  expect(apart).toEqual([])
}
