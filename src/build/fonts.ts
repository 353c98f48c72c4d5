import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { DeckError } from '../model/error.ts'
import { alphabet } from '../model/language/alphabet.ts'
import { writeWhole } from '../system/write-whole.ts'

/** One weight of a font family: a file in `assets/fonts`, and its family and weight in CSS. */
export interface Face {
  readonly file: string
  readonly family: string
  readonly weight: number
}

/** The faces of the screen: two weights of the sans, one of the serif. */
export const faces: readonly Face[] = [
  { file: 'source-serif-4-600.ttf', family: 'Source Serif 4', weight: 600 },
  { file: 'be-vietnam-pro-500.ttf', family: 'Be Vietnam Pro', weight: 500 },
  { file: 'be-vietnam-pro-700.ttf', family: 'Be Vietnam Pro', weight: 700 },
]

/** The faces of A4 documents, with the metrics of Times New Roman. */
export const paperFaces: readonly Face[] = [
  { file: 'tinos-400.ttf', family: 'Tinos', weight: 400 },
  { file: 'tinos-700.ttf', family: 'Tinos', weight: 700 },
]

/**
 * A subset of a face: the letters of the slides, loaded first, or the rest, loaded when needed. A4
 * documents and packed files use one subset with all letters.
 */
interface Part {
  readonly name: 'slides' | 'rest' | 'all'
  readonly letters: readonly string[]
}

/**
 * Splits letters into those of `text`, the rendered pages, and the rest of the alphabet; each
 * sorted and without repeats.
 */
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
 * Subsets every face as WOFF2 files in `cache` and writes three stylesheets beside them.
 * `fonts.css` has the screen's faces in two subsets: the letters of `text`, and the rest.
 * `print-fonts.css` has the faces of A4 documents, `packed-fonts.css` those of the screen, each in
 * one subset. `assets` is the folder of the TTF files; whole subsets already in `cache` are reused.
 * Returns the paths of the three. Throws a `DeckError` for a font that cannot be read.
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
    // One subset per face is smaller than two; a packed file contains all letters anyway.
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
        if (!isWhole(path)) await cut(join(assets, face.file), letters, path)
        // A packed file contains all its fonts: no `unicode-range`, which would delay their use.
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
  const css = `${rules.join('\n')}\n`
  // Where nothing can be written, what is there already serves.
  if ((await readFile(path, 'utf8').catch(() => '')) !== css) await writeWhole(path, css)
  return path
}

/** Whether a file is a WOFF2 font of the length that its header says. */
function isWhole(path: string): boolean {
  try {
    const font = readFileSync(path)
    return font.toString('latin1', 0, 4) === 'wOF2' && font.readUInt32BE(8) === font.length
  } catch {
    // Missing, or shorter than a header.
    return false
  }
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
