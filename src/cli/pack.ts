import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type AsyncZippable, zip } from 'fflate'
import { helpOf, parse } from './args.ts'
import { dist } from './build.ts'
import { makePdf } from './pdf.ts'

const help = helpOf(
  'npm run pack',
  'Đóng gói để mang theo: bộ trang chiếu trong một tệp HTML, bản in PDF, và tệp nén của tất cả.',
  {},
)

/** Where the files to take along stand. */
const home = join(dist, 'mang-theo')

/** The print of the slides, and all of the folder in one file. */
const names = { slides: 'trang-chieu.pdf', archive: 'bo-trang-chieu.zip' } as const

/** Puts the print beside the packed pages of a folder, and all of them into one archive. */
export async function fillFolder(folder: string, pdf: Uint8Array): Promise<readonly string[]> {
  await writeFile(join(folder, names.slides), pdf)
  const files: AsyncZippable = {}
  for (const name of (await readdir(folder)).sort()) {
    if (/\.(html|pdf)$/.test(name)) files[name] = await readFile(join(folder, name))
  }
  const archive = join(folder, names.archive)
  await writeFile(`${archive}.part`, await promisify<AsyncZippable, Uint8Array>(zip)(files))
  await rename(`${archive}.part`, archive)
  return [...Object.keys(files), names.archive]
}

/** Builds the pages, prints them, and puts everything one takes along into one folder. */
export async function pack(args: readonly string[]): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  const pdf = await makePdf()
  console.log(`Xong: ${relative('.', home)}/`)
  for (const name of await fillFolder(home, pdf)) {
    const { size } = await stat(join(home, name))
    console.log(`  ${name}, ${Math.round(size / 1000)} kB`)
  }
}
