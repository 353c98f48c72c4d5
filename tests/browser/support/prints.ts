import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject, vi } from 'vitest'
import type { ReadFile } from '../../../src/cli/browser/open-page.ts'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'

/** What `npm run pdf` said and wrote; the four files stand alone in a folder of their own. */
export interface Prints {
  readonly said: string
  readonly folder: string
  readonly slides: Buffer
  readonly notes: Buffer
  readonly audience: Buffer
  readonly outline: Buffer
}

const made = new Map<string, Promise<Prints>>()
const read = new WeakMap<Uint8Array, Promise<PdfContent>>()

/** What any reader of PDFs finds in a print; read once, because several test files ask. */
export function contentOf(pdf: Uint8Array): Promise<PdfContent> {
  const content = read.get(pdf) ?? readPdf(pdf)
  read.set(pdf, content)
  return content
}

const run = join(import.meta.dirname, '../../../src/cli/run.js')

/** The prints of this deck as a user gets them, made once for all test files, by the first. */
export function prints(): Promise<Prints> {
  const home = inject('prints')
  const one = made.get(home) ?? printsIn(home)
  made.set(home, one)
  return one
}

async function printsIn(home: string): Promise<Prints> {
  const folder = join(home, 'tài liệu')
  const slides = join(folder, 'trang chiếu.pdf')
  const word = join(home, 'said')
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    const { stdout } = await promisify(execFile)(process.execPath, [run, 'pdf', '--out', slides])
    await writeFile(`${word}.part`, stdout)
    await rename(`${word}.part`, word)
  }
  const said = await vi.waitFor(() => readFile(word, 'utf8'), { timeout: 120_000, interval: 50 })
  const paper = (name: string) => readFile(join(folder, `trang chiếu-${name}.pdf`))
  return {
    said,
    folder,
    slides: await readFile(slides),
    notes: await paper('notes'),
    audience: await paper('audience'),
    outline: await paper('outline'),
  }
}

/** Reads the files of a built deck, for printing it. */
export const filesIn =
  (folder: string): ReadFile =>
  (path) =>
    readFile(join(folder, path)).catch(() => null)
