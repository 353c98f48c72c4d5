import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
const folder = join(dist, 'mang-theo')

/** All of them in one file. */
const archive = 'bo-trang-chieu.zip'

/** Builds the pages, prints them, and puts everything one takes along into one folder. */
export async function pack(args: readonly string[]): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  const pdf = await makePdf()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'trang-chieu.pdf'), pdf)
  await rm(join(folder, archive), { force: true })
  const files: AsyncZippable = {}
  for (const name of (await readdir(folder)).sort()) {
    if (/\.(html|pdf)$/.test(name)) files[name] = await readFile(join(folder, name))
  }
  await writeFile(join(folder, archive), await promisify<AsyncZippable, Uint8Array>(zip)(files))
  const kilobytes = (bytes: Uint8Array) => `${Math.round(bytes.length / 1000)} kB`
  console.log(`Xong: ${relative('.', folder)}/`)
  for (const [name, bytes] of Object.entries(files)) {
    console.log(`  ${name}, ${kilobytes(bytes as Uint8Array)}`)
  }
  console.log(`  ${archive}, tất cả trong một tệp`)
}
