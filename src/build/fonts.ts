import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { DeckError } from '../model/error.ts'
import { alphabet } from '../model/language/alphabet.ts'
import { writeWhole } from '../system/write-whole.ts'

/** One cut of a family: a file in `assets/fonts`, and how CSS calls it. */
export interface Face {
  readonly file: string
  readonly family: string
  readonly weight: number
}

/** The faces of the theme: two weights of the sans, one of the serif. */
export const faces: readonly Face[] = [
  { file: 'source-serif-4-600.ttf', family: 'Source Serif 4', weight: 600 },
  { file: 'be-vietnam-pro-500.ttf', family: 'Be Vietnam Pro', weight: 500 },
  { file: 'be-vietnam-pro-700.ttf', family: 'Be Vietnam Pro', weight: 700 },
]

/** The faces of what is printed on A4, in the measures of Times New Roman. */
export const paperFaces: readonly Face[] = [
  { file: 'tinos-400.ttf', family: 'Tinos', weight: 400 },
  { file: 'tinos-700.ttf', family: 'Tinos', weight: 700 },
]

/**
 * A part of a face: the letters of the slides, loaded first, or the rest, fetched when needed;
 * for paper and for a packed file, all of them.
 */
interface Part {
  readonly name: 'slides' | 'rest' | 'all'
  readonly letters: readonly string[]
}

/** The letters of rendered pages and those left over, each sorted and without repeats. */
export function partsOf(text: string): readonly [Part, Part] {
  const slides = new Set([...text.normalize('NFC')].filter((letter) => letter >= ' '))
  slides.add(' ')
  return [
    { name: 'slides', letters: [...slides].sort() },
    { name: 'rest', letters: alphabet.filter((letter) => !slides.has(letter)).sort() },
  ]
}

/** CSS `unicode-range` of some letters, neighbours joined: `U+41-43, U+1EA0`. */
export function unicodeRange(letters: readonly string[]): string {
  const points = letters.map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(', ')
}

/**
 * Cuts every face to the letters of `text` and to the rest, as WOFF2 files beside a `fonts.css`,
 * the faces of paper to all of them beside a `print-fonts.css`, and those of the theme to all of
 * them beside a `packed-fonts.css`; returns the paths of the three.
 * Cuts already in `cache` are used again.
 */
export async function buildFonts(
  text: string,
  assets: string,
  cache: string,
): Promise<readonly [screen: string, paper: string, packed: string]> {
  await mkdir(cache, { recursive: true })
  const parts = partsOf(text)
  const letters = parts.flatMap((part) => part.letters).sort()
  return Promise.all([
    writeFaces('fonts.css', faces, parts, assets, cache),
    writeFaces('print-fonts.css', paperFaces, [{ name: 'all', letters }], assets, cache),
    // In one piece each, which is smaller: a packed file has them all at hand.
    writeFaces('packed-fonts.css', faces, [{ name: 'all', letters }], assets, cache),
  ])
}

async function writeFaces(
  stylesheet: string,
  faces: readonly Face[],
  parts: readonly Part[],
  assets: string,
  cache: string,
): Promise<string> {
  const rules = await Promise.all(
    faces.flatMap((face) =>
      parts.map(async ({ name, letters }) => {
        const file = `${face.file.replace('.ttf', '')}-${name}-${digest(letters)}.woff2`
        const path = join(cache, file)
        if (!existsSync(path)) await cut(join(assets, face.file), letters, path)
        // A packed file has its letters at hand: none of them is to be asked for by its range.
        const range = stylesheet === 'packed-fonts.css' ? '' : unicodeRange(letters)
        return `@font-face {
  font-family: '${face.family}';
  font-weight: ${face.weight};
  font-display: swap;
  src: url('./${file}') format('woff2');${range && `\n  unicode-range: ${range};`}
}`
      }),
    ),
  )
  const path = join(cache, stylesheet)
  await writeWhole(path, `${rules.join('\n')}\n`)
  return path
}

const digest = (letters: readonly string[]): string =>
  createHash('sha256').update(letters.join('')).digest('hex').slice(0, 8)

async function cut(source: string, letters: readonly string[], target: string): Promise<void> {
  const font = await readFile(source).catch((cause) => {
    throw new DeckError(`Không đọc được phông chữ ${source}.`, 'Chép lại thư mục assets/fonts.', {
      cause,
    })
  })
  const woff2 = await subsetFont(font, letters.join(''), {
    targetFormat: 'woff2',
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    noHinting: true,
  })
  await writeWhole(target, woff2)
}
