import { rmSync } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { brief, handout, outline } from '../build/entry.ts'
import { DeckError } from '../model/error.ts'
import { helpOf, type Option, parse } from './args.ts'
import { type BrowserProgram, findBrowser, launch, thisMachine } from './browser.ts'
import { buildPages, dist } from './build.ts'
import { check, checkPaper } from './check.ts'
import { printPage } from './print.ts'

const options = {
  out: { type: 'string', value: 'TỆP', help: 'nơi ghi trang chiếu, mặc định dist/slides.pdf' },
} as const satisfies Record<string, Option>

const help = helpOf(
  'npm run pdf -- [--out TỆP]',
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

/** The most pages an outline may have: two sheets. */
const mostOfOutline = 4

/** Builds the pages while the browser starts, prints them, and closes it whatever happens. */
async function printWith(
  program: BrowserProgram,
): Promise<readonly [Uint8Array, Uint8Array, Uint8Array]> {
  const starting = launch(program)
  const closed = () =>
    starting.then(
      (browser) => browser.close(),
      () => undefined,
    )
  try {
    const [browser] = await Promise.all([starting, buildPages()])
    console.log(`In bằng ${program.path}…`)
    return await Promise.all([
      printPage(browser, dist, 'index.html'),
      printPage(browser, dist, 'review.html', handout.title),
      printPage(browser, dist, 'outline.html'),
    ])
  } finally {
    await closed()
  }
}

/** Builds the deck, prints it, and reads the prints back; one that is not the deck is refused. */
export async function makePdfs(): Promise<Prints> {
  const program = await findBrowser(thisMachine)
  console.log('Dựng các trang…')
  const [slides, notes, points] = await printWith(program)
  console.log('Đọc lại tệp…')
  // Notes may run on: two pages a slide are far too many.
  const most = 2 * outline.length
  return {
    slides: { bytes: slides, pages: await check(slides, outline) },
    handout: { bytes: notes, pages: await checkPaper(notes, handout, most) },
    outline: { bytes: points, pages: await checkPaper(points, brief, mostOfOutline) },
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
  const paths = pathsOf(values.out as string | undefined)
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
    const prints = Object.values(await makePdfs())
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
