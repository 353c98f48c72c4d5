import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { expectedPrints } from '../build/entry.ts'
import { told } from '../build/version.ts'
import { DeckError } from '../model/error.ts'
import { helpOf, type Option, parse } from './args.ts'
import { type BrowserProgram, findBrowser, launch, thisMachine } from './browser.ts'
import { buildPages, dist, type Purpose } from './build.ts'
import { check, checkPaper } from './check.ts'
import { printPage } from './print.ts'

const options = {
  out: { type: 'string', value: 'TỆP', help: 'nơi ghi trang chiếu, mặc định dist/slides.pdf' },
  'version-file': {
    type: 'string',
    value: 'TỆP',
    help: 'in bản riêng này, mặc định ra dist/ban-rieng.pdf',
  },
  partly: { type: 'boolean', help: 'dùng phần đọc được của tệp bản riêng' },
} as const satisfies Record<string, Option>

const help = helpOf(
  'npm run pdf -- [--out TỆP] [--version-file TỆP]',
  [
    'In ra ba tệp PDF: trang chiếu, tài liệu phát tay (trang chiếu kèm ghi chú), đề cương.',
    'Với --out a.pdf, hai tệp sau là a-handout.pdf và a-outline.pdf cùng thư mục;',
    'nếu không, là dist/handout.pdf và dist/outline.pdf.',
  ].join('\n'),
  options,
)

/** Makes sure that the file can be written before anything else is done. */
async function claim(path: string): Promise<string> {
  const part = `${path}.${process.pid}.part`
  try {
    await (await open(part, 'w')).close()
    return part
  } catch (cause) {
    throw new DeckError(
      `Không ghi được vào “${dirname(path)}”.`,
      'Tạo thư mục ấy, hoặc chọn nơi khác: npm run pdf -- --out /thư/mục/slides.pdf',
      { cause },
    )
  }
}

/** The prints of a deck. */
export type Prints = Readonly<Record<'slides' | 'handout' | 'outline', Print>>

interface Print {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Builds the pages while the browser starts, prints them, and closes it whatever happens. */
async function printWith(
  program: BrowserProgram,
  folder: string,
  mode: Purpose,
  handoutTitle: string,
): Promise<readonly [Uint8Array, Uint8Array, Uint8Array]> {
  const starting = launch(program)
  const closed = () =>
    starting.then(
      (browser) => browser.close(),
      () => undefined,
    )
  try {
    const [browser] = await Promise.all([starting, buildPages(folder, mode)])
    console.log(`In bằng ${program.path}…`)
    return await Promise.all([
      printPage(browser, folder, 'index.html'),
      printPage(browser, folder, 'review.html', handoutTitle),
      printPage(browser, folder, 'outline.html'),
    ])
  } finally {
    await closed()
  }
}

/** Builds the deck, prints it, and reads the prints back; one that is not the deck is refused. */
export async function makePdfs(
  folder: string = dist,
  mode: Purpose = 'production',
): Promise<Prints> {
  const expected = expectedPrints()
  const program = await findBrowser(thisMachine)
  console.log('Dựng các trang…')
  const [slides, handout, outline] = await printWith(program, folder, mode, expected.handout.title)
  console.log('Đọc lại tệp…')
  return {
    slides: { bytes: slides, pages: await check(slides, expected.slides) },
    handout: { bytes: handout, pages: await checkPaper(handout, expected.handout) },
    outline: { bytes: outline, pages: await checkPaper(outline, expected.outline) },
  }
}

/** Makes prints, of a speaker's version if there is one; the pages stand in a folder meanwhile. */
async function makeAside(file: string | undefined, partly: boolean): Promise<Prints> {
  if (file) process.env[told.file] = file
  if (partly) process.env[told.partly] = '1'
  const folder = await mkdtemp(join(tmpdir(), 'bao-cao-vien-'))
  try {
    return await makePdfs(folder, 'print')
  } finally {
    delete process.env[told.file]
    delete process.env[told.partly]
    await rm(folder, { recursive: true, force: true })
  }
}

/** Where each print goes: beside the slides, by names made of theirs where they were given one. */
function pathsOf(out: string | undefined): Readonly<Record<keyof Prints, string>> {
  const beside = (name: string) =>
    resolve(out?.replace(/(\.pdf)?$/i, `-${name}.pdf`) ?? join(dist, `${name}.pdf`))
  return {
    slides: resolve(out ?? join(dist, 'slides.pdf')),
    handout: beside('handout'),
    outline: beside('outline'),
  }
}

/** Builds the deck, prints it, reads the prints back, and only then puts them in their places. */
export async function pdf(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const file = values['version-file'] as string | undefined
  // A version of one's own does not take the place of the deck's prints.
  const out = (values.out as string | undefined) ?? (file && join(dist, 'ban-rieng.pdf'))
  const paths = pathsOf(out)
  await mkdir(dist, { recursive: true })
  const parts: string[] = []
  // Ctrl+C leaves nothing behind either: Playwright ends the browser when the process exits.
  const sweep = () => {
    for (const part of parts) rmSync(part, { force: true })
  }
  const stop = () => process.exit(130)
  process.once('exit', sweep).once('SIGINT', stop).once('SIGTERM', stop)
  try {
    for (const path of Object.values(paths)) parts.push(await claim(path))
    const made = await makeAside(file && resolve(file), values.partly === true)
    const prints = Object.values(made)
    await Promise.all(prints.map(({ bytes }, at) => writeFile(parts[at] ?? '', bytes)))
    for (const [at, path] of Object.values(paths).entries()) {
      await rename(parts[at] ?? '', path)
      const { bytes, pages } = prints[at] as Print
      const kilobytes = Math.round(bytes.length / 1000)
      console.log(`Xong: ${relative('.', path)}, ${pages} trang, ${kilobytes} kB.`)
    }
  } finally {
    sweep()
    process.off('exit', sweep).off('SIGINT', stop).off('SIGTERM', stop)
  }
}
