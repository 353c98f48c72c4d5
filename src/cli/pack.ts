import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { AsyncZippable } from 'fflate'
import type { Inputs } from '../build/sources/inputs.js'
import { keysOf } from '../model/record.ts'
import { fileNames, type OfficeFile } from '../office/office.ts'
import { lazyRequire } from '../system/packages.ts'
import { withScratch } from '../system/scratch.ts'
import { writeAll } from '../system/write-whole.ts'
import { helpOf, parse } from './args.ts'
import { buildDist, dist } from './build.ts'
import { makeOffice } from './office/office.ts'
import { makePdfs, type Prints } from './pdf/pdf.ts'
import { withPress } from './pdf/press.ts'

const help = helpOf(
  'npm run pack',
  'Đóng gói để mang theo: bộ trang chiếu trong một tệp HTML, các bản in PDF,\ncác tệp PowerPoint và Word, và tệp nén của tất cả.',
  {},
)

/** The folder of the files to take along. */
const home = join(dist, 'mang-theo')

/** The file names of the prints. */
const printNames = {
  slides: 'trang-chieu.pdf',
  notes: 'trang-chieu-kem-ghi-chu.pdf',
  audience: 'tai-lieu-nguoi-nghe.pdf',
  outline: 'de-cuong.pdf',
} as const satisfies Record<keyof Prints, string>

/** The archive of all files in the folder. */
const archiveName = 'bo-trang-chieu.zip'

/**
 * Writes the prints and the Office files beside the packed pages in a folder, and all of them into
 * one archive; nothing where the disk refuses one of them. Returns the names of the files.
 */
export async function fillFolder(
  folder: string,
  prints: Readonly<Record<keyof Prints, { readonly bytes: Uint8Array }>>,
  office: Readonly<Record<OfficeFile, Uint8Array>>,
): Promise<readonly string[]> {
  const made: Record<string, Uint8Array> = {}
  for (const name of keysOf(printNames)) made[printNames[name]] = prints[name].bytes
  for (const name of keysOf(fileNames.deck)) made[fileNames.deck[name]] = office[name]
  const files: AsyncZippable = {}
  for (const name of [...new Set([...(await readdir(folder)), ...Object.keys(made)])].sort()) {
    if (!/\.(html|pdf|pptx|docx)$/.test(name)) continue
    files[name] = made[name] ?? (await readFile(join(folder, name)))
  }
  const { zip }: typeof import('fflate') = lazyRequire('fflate')
  made[archiveName] = await promisify<AsyncZippable, Uint8Array>(zip)(files)
  await writeAll(
    Object.fromEntries(Object.entries(made).map(([name, bytes]) => [join(folder, name), bytes])),
  )
  return [...Object.keys(files), archiveName]
}

/**
 * `npm run pack`: builds the pages, prints them, and collects everything to take along in one
 * folder.
 */
export async function pack(args: readonly string[], inputs?: Inputs): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  await buildDist(inputs)
  const [prints, office] = await withScratch(() =>
    withPress(
      undefined,
      async (press) => [await makePdfs(press), await makeOffice(press)] as const,
    ),
  )
  const names = await fillFolder(home, prints, office)
  console.log(`Xong: ${relative('.', home)}/`)
  for (const name of names) {
    const { size } = await stat(join(home, name))
    console.log(`  ${name}, ${Math.round(size / 1000)} kB`)
  }
}
