import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { deckShown } from '../../build/entry.ts'
import type { VersionFile } from '../../build/version.ts'
import { DeckError } from '../../model/error.ts'
import { withScratch } from '../../system/scratch.ts'
import { helpOf, type Options, parse } from '../args.ts'
import { buildPages, dist, type Purpose } from '../build.ts'
import { sayRemarks, versionIn, versionOptions } from '../version-options.ts'
import { expectedPrints } from './expected.ts'
import { type BrowserProgram, findBrowser, launch, thisMachine } from './find-browser.ts'
import { printPage } from './print-page.ts'
import { verifyPaper, verifySlides } from './verify.ts'

const options = {
  out: { type: 'string', value: 'TỆP', help: 'nơi ghi trang chiếu, mặc định dist/slides.pdf' },
  ...versionOptions('in bản riêng này, mặc định ra dist/ban-rieng.pdf'),
} as const satisfies Options

const help = helpOf(
  'npm run pdf -- [tùy chọn]',
  [
    'In ra bốn tệp PDF: trang chiếu, trang chiếu kèm ghi chú báo cáo viên,',
    'tài liệu phát cho người nghe (không có ghi chú), đề cương.',
    'Với --out a.pdf, ba tệp sau là a-notes.pdf, a-audience.pdf và a-outline.pdf cùng thư mục;',
    'nếu không, là dist/notes.pdf, dist/audience.pdf và dist/outline.pdf.',
    'Tự tìm trình duyệt để in; muốn chỉ rõ thì đặt biến CHROME_PATH.',
  ].join('\n'),
  options,
)

/** Checks that a file can be written, before the long work begins. */
async function touch(part: string): Promise<void> {
  try {
    await (await open(part, 'w')).close()
  } catch (cause) {
    throw new DeckError(
      `Không ghi được vào “${dirname(part)}”.`,
      'Tạo thư mục ấy, hoặc chọn nơi khác: npm run pdf -- --out /thư/mục/slides.pdf',
      { cause },
    )
  }
}

/** What the prints of the review page are called. */
const paperKinds = {
  notes: 'Trang chiếu kèm ghi chú báo cáo viên',
  audience: 'Tài liệu phát cho người nghe',
} as const

/** The PDFs of a deck. */
export type Prints = Readonly<Record<'slides' | 'notes' | 'audience' | 'outline', Print>>

interface Print {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Builds the pages while the browser starts, prints them, and closes the browser even after a
 * failure.
 */
async function printWith(
  program: BrowserProgram,
  folder: string,
  mode: Purpose,
  version: VersionFile | undefined,
  title: string,
): Promise<Readonly<Record<keyof Prints, Uint8Array>>> {
  const starting = launch(program)
  const building = buildPages(folder, { mode, version })
  try {
    const [browser] = await Promise.all([starting, building])
    console.log(`Đang in bằng ${program.path}…`)
    const [slides, notes, audience, outline] = await Promise.all([
      printPage(browser, folder, 'index.html'),
      printPage(browser, folder, 'review.html', { title: `${paperKinds.notes} – ${title}` }),
      printPage(browser, folder, 'review.html', {
        title: `${paperKinds.audience} – ${title}`,
        paper: 'audience',
      }),
      printPage(browser, folder, 'outline.html'),
    ])
    return { slides, notes, audience, outline }
  } finally {
    // If one of the two failed, the other still uses the folder.
    await Promise.allSettled([starting.then((browser) => browser.close()), building])
  }
}

/**
 * Builds the deck into `folder`, prints it and reads the PDFs back. Throws a `DeckError` if one
 * does not contain the deck.
 */
export async function makePdfs(
  folder: string = dist,
  mode: Purpose = 'production',
  version?: VersionFile,
): Promise<Prints> {
  const deck = deckShown(version)
  const expected = expectedPrints(deck)
  sayRemarks(version)
  const program = await findBrowser(thisMachine)
  console.log('Đang dựng bộ trang chiếu…')
  const made = await printWith(program, folder, mode, version, deck.title)
  console.log('Đang kiểm tra các tệp PDF…')
  const onPaper = async (name: 'notes' | 'audience' | 'outline'): Promise<Print> => ({
    bytes: made[name],
    pages: await verifyPaper(made[name], expected[name]),
  })
  return {
    slides: { bytes: made.slides, pages: await verifySlides(made.slides, expected.slides) },
    notes: await onPaper('notes'),
    audience: await onPaper('audience'),
    outline: await onPaper('outline'),
  }
}

/**
 * The path of each PDF. The others are written beside the slides; if `out` is given, their
 * names are derived from it.
 */
function pathsOf(out: string | undefined): Readonly<Record<keyof Prints, string>> {
  const beside = (name: string) =>
    resolve(out?.replace(/(\.pdf)?$/i, `-${name}.pdf`) ?? join(dist, `${name}.pdf`))
  return {
    slides: resolve(out ?? join(dist, 'slides.pdf')),
    notes: beside('notes'),
    audience: beside('audience'),
    outline: beside('outline'),
  }
}

/**
 * `npm run pdf`: builds the deck, prints it, reads the PDFs back, and only then moves them to their
 * places.
 */
export async function pdf(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const version = versionIn(values)
  // The print of a private version must not replace that of the deck.
  const out = values.out ?? (version && join(dist, 'ban-rieng.pdf'))
  const paths = Object.values(pathsOf(out))
  // The build's own folder is created; a folder that somebody names has to exist, because a missing
  // one is probably a typing error.
  if (!values.out) await mkdir(dist, { recursive: true })
  await withScratch(async (scratch, claim) => {
    const parts = paths.map((path) => `${path}.${process.pid}.part`)
    for (const part of parts) {
      claim(part)
      await touch(part)
    }
    const made = await makePdfs(join(scratch, 'dist'), 'print', version)
    const prints = Object.values(made)
    await Promise.all(prints.map(({ bytes }, at) => writeFile(parts[at] ?? '', bytes)))
    for (const [at, { bytes, pages }] of prints.entries()) {
      const path = paths[at] ?? ''
      await rename(parts[at] ?? '', path)
      const kilobytes = Math.round(bytes.length / 1000)
      console.log(`Xong: ${relative('.', path)}, ${pages} trang, ${kilobytes} kB.`)
    }
  })
}
