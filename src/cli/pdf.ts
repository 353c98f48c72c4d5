import { rmSync } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { outline } from '../build/entry.ts'
import { DeckError, exitCodes } from '../model/error.ts'
import { helpOf, type Option, parse } from './args.ts'
import { type BrowserProgram, findBrowser, launch, thisMachine } from './browser.ts'
import { buildPages, dist } from './build.ts'
import { printPage } from './print.ts'
import { readBack } from './read-back.ts'

const options = {
  out: { type: 'string', value: 'TỆP', help: 'nơi ghi, mặc định dist/slides.pdf' },
} as const satisfies Record<string, Option>

const help = helpOf(
  'npm run pdf -- [--out TỆP]',
  'In bộ trang chiếu ra tệp PDF, mỗi trang chiếu một trang.',
  options,
)

/** Text for comparing: PDF readers place spaces as they see fit. */
const letters = (text: string): string => text.replace(/\s+/gu, '')

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

/** Reads the PDF as a person would and holds it against the deck: pages, text, bookmarks. */
export async function check(pdf: Uint8Array, expected: typeof outline): Promise<void> {
  const { pages, bookmarks } = await readBack(pdf)
  const wrong = [
    pages.length !== expected.length && `${pages.length} trang thay vì ${expected.length}`,
    bookmarks.length !== expected.length &&
      `${bookmarks.length} dấu trang thay vì ${expected.length}`,
    ...expected.map(
      ({ title }, at) =>
        !letters(pages[at] ?? '').includes(letters(title)) &&
        `trang ${at + 1} không có chữ “${title}”`,
    ),
    ...expected.map(
      ({ title }, at) =>
        !letters(bookmarks[at]?.title ?? '').includes(letters(title)) &&
        `dấu trang ${at + 1} không phải “${title}”`,
    ),
    pages.some((text) => text !== text.normalize('NFC')) && 'chữ không ở dạng dựng sẵn (NFC)',
  ].filter((problem) => problem !== false)
  if (wrong.length === 0) return
  throw new DeckError(
    `Tệp PDF đọc lại không đúng: ${wrong.slice(0, 3).join('; ')}.`,
    'Chưa ghi gì ra. Chạy lại lệnh; nếu vẫn sai, chọn trình duyệt khác bằng CHROME_PATH.',
    { exitCode: exitCodes.rejected },
  )
}

/** Builds the pages while the browser starts, prints them, and closes it whatever happens. */
async function printWith(program: BrowserProgram): Promise<Uint8Array> {
  const starting = launch(program)
  const closed = () =>
    starting.then(
      (browser) => browser.close(),
      () => undefined,
    )
  try {
    const [browser] = await Promise.all([starting, buildPages()])
    console.log(`In bằng ${program.path}…`)
    return await printPage(browser, dist, 'index.html')
  } finally {
    await closed()
  }
}

/** Builds the deck, prints it, and reads the print back; a print that is not the deck is refused. */
export async function makePdf(): Promise<Uint8Array> {
  const program = await findBrowser(thisMachine)
  console.log('Dựng các trang…')
  const bytes = await printWith(program)
  console.log('Đọc lại tệp…')
  await check(bytes, outline)
  return bytes
}

/** Builds the deck, prints it, reads the print back, and only then puts it in its place. */
export async function pdf(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const path = resolve(String(values.out ?? join(dist, 'slides.pdf')))
  await mkdir(dist, { recursive: true })
  const part = await claim(path)
  // Ctrl+C leaves nothing behind either: Playwright ends the browser when the process exits.
  const sweep = () => rmSync(part, { force: true })
  const stop = () => process.exit(130)
  process.once('exit', sweep).once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const bytes = await makePdf()
    await writeFile(part, bytes)
    await rename(part, path)
    const kilobytes = Math.round(bytes.length / 1000)
    console.log(`Xong: ${relative('.', path)}, ${outline.length} trang, ${kilobytes} kB.`)
  } finally {
    sweep()
    process.off('exit', sweep).off('SIGINT', stop).off('SIGTERM', stop)
  }
}
