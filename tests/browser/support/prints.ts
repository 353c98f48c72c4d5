import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject, vi } from 'vitest'
import type { ReadFile } from '../../../src/cli/browser/open-page.ts'

/** What `npm run pdf` said and wrote; the four files stand alone in a folder of their own. */
export interface Prints {
  readonly said: string
  readonly folder: string
  readonly slides: Buffer
  readonly notes: Buffer
  readonly audience: Buffer
  readonly outline: Buffer
}

const run = join(import.meta.dirname, '../../../src/cli/run.js')

/** The prints of this deck as a user gets them, made once for all test files, by the first. */
export async function prints(): Promise<Prints> {
  const home = inject('prints')
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
