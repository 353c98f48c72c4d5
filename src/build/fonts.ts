import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { DeckError } from '../model/error.ts'
import { alphabet } from '../model/language/alphabet.ts'
import { asRecord } from '../model/record.ts'
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

/** A stylesheet that names fonts beside it: its path, and its text. */
export interface Sheet {
  readonly path: string
  readonly css: string
}

/**
 * The stylesheets of the fonts of a deck. `screen` has the screen's faces in two subsets: the
 * letters of the slides, and the rest. `paper` has the faces of A4 documents, `packed` those of the
 * screen, each in one subset.
 */
export type Sheets = Readonly<Record<'screen' | 'paper' | 'packed', Sheet>>

/**
 * Subsets every face as WOFF2 files in `cache`, for the letters of `text` and the rest of the alphabet,
 * and writes the stylesheets beside them. All are named by what they are made from: decks and versions
 * with other letters may be built at the same time. `assets` is the folder of the TTF files; what is in
 * `cache` already and whole is reused. Throws a `DeckError` for a font that cannot be read.
 */
export async function buildFonts(text: string, assets: string, cache: string): Promise<Sheets> {
  await mkdir(cache, { recursive: true })
  const parts = partsOf(text)
  const whole = [{ name: 'all', letters: parts.flatMap((part) => part.letters).sort() }] as const
  const [screen, paper, packed] = await Promise.all([
    writeFaces('screen', faces, parts, assets, cache),
    writeFaces('paper', paperFaces, whole, assets, cache),
    // One subset per face is smaller than two; a packed file contains all letters anyway.
    writeFaces('packed', faces, whole, assets, cache),
  ])
  return { screen, paper, packed }
}

async function writeFaces(
  kind: keyof Sheets,
  faces: readonly Face[],
  parts: readonly Part[],
  assets: string,
  cache: string,
): Promise<Sheet> {
  const rules = await Promise.all(
    faces.map(async (face) => {
      const font = await readFont(join(assets, face.file))
      const forParts = parts.map(async ({ name, letters }) => {
        const made = digest(letters.join(''), font)
        const file = `${face.file.replace('.ttf', '')}-${name}-${made}.woff2`
        const path = join(cache, file)
        if (!isWhole(path)) {
          await cut(font, letters, path).catch((cause) => {
            throw asRecord(cause).syscall ? cause : unreadable(join(assets, face.file), cause)
          })
        }
        // A packed file contains all its fonts: no `unicode-range`, which would delay their use.
        const range = kind === 'packed' ? '' : unicodeRange(letters)
        return `@font-face {
  font-family: '${face.family}';
  font-weight: ${face.weight};
  font-display: swap;
  src: url('./${file}') format('woff2');${range && `\n  unicode-range: ${range};`}
}`
      })
      return (await Promise.all(forParts)).join('\n')
    }),
  )
  const css = `${rules.join('\n')}\n`
  const path = join(cache, `${kind}-${digest(css)}.css`)
  await writeSheet(path, css)
  return { path, css }
}

/** Writes a stylesheet that is not there yet: where nothing can be written, what is there serves. */
export async function writeSheet(path: string, css: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) !== css) await writeWhole(path, css)
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

function digest(...contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 8)
}

const unreadable = (path: string, cause: unknown): DeckError =>
  new DeckError(`Không đọc được phông chữ ${path}.`, 'Chép lại thư mục assets/fonts.', { cause })

const readFont = (path: string): Promise<Buffer> =>
  readFile(path).catch((cause) => {
    throw unreadable(path, cause)
  })

async function cut(font: Buffer, letters: readonly string[], target: string): Promise<void> {
  const woff2 = await subsetFont(font, letters.join(''), {
    targetFormat: 'woff2',
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    noHinting: true,
  })
  await writeWhole(target, woff2)
}
