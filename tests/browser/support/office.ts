import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
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

const validator = join(import.meta.dirname, '../../../node_modules/.bin/ooxml-validator')

/** What the Open XML SDK finds wrong in a file, for the oldest Office that is in use and the newest. */
export async function complaintsAbout(file: Uint8Array, ending: 'pptx' | 'docx') {
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  const path = join(folder, `a.${ending}`)
  await writeFile(path, file)
  const found = await Promise.all(
    ['Office2013', 'Microsoft365'].map(async (version) => {
      // It exits with 1 for a file with errors, which it prints all the same.
      const { stdout } = await promisify(execFile)(validator, [
        path,
        '--officeVersion',
        version,
      ]).catch((error: { stdout: string }) => error)
      return JSON.parse(stdout).errors
    }),
  )
  await rm(folder, { recursive: true })
  return found.flat()
}
