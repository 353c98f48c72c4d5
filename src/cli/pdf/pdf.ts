import { mkdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { deckShown } from '../../build/entry.ts'
import type { VersionFile } from '../../build/version.ts'
import { DeckError } from '../../model/error.ts'
import { asRecord } from '../../model/record.ts'
import { withScratch } from '../../system/scratch.ts'
import { roomFor } from '../../system/write-whole.ts'
import { helpOf, type Options, parse } from '../args.ts'
import { dist } from '../build.ts'
import { sayRemarks, versionIn, versionOptions } from '../version-options.ts'
import { expectedPrints } from './expected.ts'
import { finish, type Print } from './finish.ts'
import { type Press, withPress } from './press.ts'
import { type PrintOptions, printPage } from './print-page.ts'
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

/** Makes room for the files, before the long work begins, and returns what writes them. */
async function openPaths(
  paths: readonly string[],
  claim: (path: string) => void,
): ReturnType<typeof roomFor> {
  try {
    return await roomFor(paths, claim)
  } catch (cause) {
    if (asRecord(cause).code !== 'ENOENT') throw cause
    throw new DeckError(
      `Không ghi được vào “${dirname(paths[0] ?? '')}”.`,
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

/**
 * Prints the deck, or a private version of it, and reads each PDF back while the next one is
 * printed. Throws a `DeckError` if one does not contain the deck.
 */
export async function makePdfs(
  { browser, program, read }: Press,
  version?: VersionFile,
): Promise<Prints> {
  const deck = deckShown(version)
  const expected = expectedPrints(deck)
  console.log(`Đang in bằng ${program}…`)
  const onPaper = async (
    name: 'notes' | 'audience' | 'outline',
    page: string,
    options: PrintOptions = {},
  ) =>
    finish(await printPage(browser, read, page, options), (content) =>
      verifyPaper(content, expected[name]),
    )
  const onScreen = async () =>
    finish(await printPage(browser, read, 'index.html'), (content) =>
      verifySlides(content, expected.slides),
    )
  const titled = (kind: string) => `${kind} – ${deck.title}`
  const [slides, notes, audience, outline] = await Promise.all([
    onScreen(),
    onPaper('notes', 'review.html', { title: titled(paperKinds.notes) }),
    onPaper('audience', 'review.html', { title: titled(paperKinds.audience), paper: 'audience' }),
    onPaper('outline', 'outline.html'),
  ])
  return { slides, notes, audience, outline }
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
 * `npm run pdf`: prints the deck, reads the PDFs back, and only then moves them to their
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
  sayRemarks(version)
  await withScratch(async (_, claim) => {
    const write = await openPaths(paths, claim)
    const prints = Object.values(await withPress(version, (press) => makePdfs(press, version)))
    await write(prints.map(({ bytes }) => bytes))
    for (const [at, { bytes, pages }] of prints.entries()) {
      const path = paths[at] ?? ''
      const kilobytes = Math.round(bytes.length / 1000)
      console.log(`Xong: ${relative('.', path)}, ${pages} trang, ${kilobytes} kB.`)
    }
  })
}
