import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { bundleScript } from '../../build/bundle.ts'
import { deckShown, officePages } from '../../build/entry.ts'
import { kept } from '../../build/kept.ts'
import type { VersionFile } from '../../build/version.ts'
import { DeckError } from '../../model/error.ts'
import { keysOf } from '../../model/record.ts'
import { fileNames, type OfficeFile, officeFile, type Reading } from '../../office/office.ts'
import { withScratch } from '../../system/scratch.ts'
import { roomFor } from '../../system/write-whole.ts'
import { helpOf, type Options, parse } from '../args.ts'
import { withPage } from '../browser/open-page.ts'
import { dist } from '../build.ts'
import { type Press, withPress } from '../pdf/press.ts'
import { sayRemarks, versionIn, versionOptions } from '../version-options.ts'

const options = {
  out: {
    type: 'string',
    value: 'THƯ_MỤC',
    help: 'nơi ghi các tệp, mặc định dist/mang-theo; tệp của bản riêng: dist',
  },
  ...versionOptions('làm từ bản riêng này'),
} as const satisfies Options

const help = helpOf(
  'npm run office -- [tùy chọn]',
  [
    'Ghi bộ trang chiếu ra tệp PowerPoint cho người nghe và cho báo cáo viên (kèm ghi chú),',
    'đề cương ra tệp Word. Tệp của bản riêng có tên bắt đầu bằng ban-rieng.',
  ].join('\n'),
  options,
)

/**
 * What the page answers with: the script's global is not known to this program, which runs under
 * Node.
 */
type Reader = typeof import('../../office/office.ts')

/** Reads the deck's slides as a browser draws them with the style of the pages. */
async function readDeck({ browser, read }: Press, version?: VersionFile): Promise<Reading> {
  const script = await kept('office-reader', '', () =>
    bundleScript('src/office/office.ts', 'officeReader'),
  )
  const { cards, outline } = officePages(version)
  return withPage(browser, read, { page: 'review.html', media: 'screen' }, async (tab) => {
    await tab.evaluate(`${script}\nglobalThis.officeReader = officeReader`)
    return tab.run(
      (cards, outline) => {
        const { officeReader } = globalThis as unknown as { officeReader: Reader }
        const nodesOf = (html: string) => {
          const template = document.createElement('template')
          template.innerHTML = html
          return template.content
        }
        const stage = document.createElement('main')
        document.documentElement.className = ''
        document.documentElement.dataset.scheme = 'light'
        document.body.replaceChildren(stage)
        return officeReader.readPages(nodesOf(cards), nodesOf(outline), stage)
      },
      cards,
      outline,
    )
  })
}

/** Makes the Office files of the deck, or of a private version. */
export async function makeOffice(
  press: Press,
  version?: VersionFile,
): Promise<Readonly<Record<OfficeFile, Uint8Array>>> {
  const deck = deckShown(version)
  console.log('Đang ghi các tệp PowerPoint và Word…')
  const reading = await readDeck(press, version)
  const [slides, speaker, outline] = await Promise.all([
    officeFile('slides', reading, deck),
    officeFile('speaker', reading, deck),
    officeFile('outline', reading, deck),
  ])
  return { slides, speaker, outline }
}

/** Creates the folder of the files, before the long work begins. */
async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new DeckError(
      `Không tạo được thư mục “${folder}”.`,
      'Chọn nơi khác: npm run office -- --out /thư/mục',
      { cause },
    )
  }
}

/** `npm run office`: writes the deck as PowerPoint and Word files. */
export async function office(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const version = versionIn(values)
  // What is to be taken along is the deck's: a private version is not packed with it.
  const folder = resolve(values.out ?? (version ? dist : join(dist, 'mang-theo')))
  await openFolder(folder)
  sayRemarks(version)
  const names = fileNames[version ? 'version' : 'deck']
  const paths = keysOf(names).map((name) => [name, join(folder, names[name])] as const)
  const files = await withScratch(async (_, claim) => {
    const write = await roomFor(
      paths.map(([, path]) => path),
      claim,
    )
    const made = await withPress(version, (press) => makeOffice(press, version))
    await write(paths.map(([name]) => made[name]))
    return made
  })
  for (const [name, path] of paths) {
    console.log(`Xong: ${relative('.', path)}, ${Math.round(files[name].length / 1000)} kB.`)
  }
}
