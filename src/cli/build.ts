import { basename, join, relative } from 'node:path'
import * as entry from '../build/entry.ts'
import { isMadeFrom, noteMadeFrom, writeFiles } from '../build/output.ts'
import { packedFiles } from '../build/pack.ts'
import { siteFiles } from '../build/site.ts'
import { deckAlias } from '../build/sources/deck.js'
import type { Inputs } from '../build/sources/inputs.js'
import type { VersionFile } from '../build/version.ts'
import { withLock } from '../system/lock.ts'
import { tidily } from '../system/scratch.ts'
import { helpOf, parse } from './args.ts'

const root = join(import.meta.dirname, '../..')

const deckFile = relative(root, deckAlias['#deck'])

/**
 * The folder of the built pages: `dist/`, and one of its own for each deck that DECK names, because a
 * server that is running must not go over to another deck.
 */
export const dist = join(
  root,
  deckFile === join('slides', 'deck.ts')
    ? 'dist'
    : `dist-${deckFile
        .replace(/([\\/]deck)?\.ts$/, '')
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('-')}`,
)

/** What a command knows about the build that it starts. */
export interface BuildOptions {
  readonly version?: VersionFile | undefined
  /** Called when all pages are in place; packed files and compressed copies follow. */
  readonly onPages?: () => void
}

/** Builds every page into `outDir`. */
export async function buildPages(
  outDir: string = dist,
  { version, onPages }: BuildOptions = {},
): Promise<void> {
  const content = { entry, version }
  const { files, sheets } = await siteFiles(content)
  await writeFiles(outDir, files, { onPages, others: () => packedFiles(content, sheets) })
}

/**
 * Builds the deck into `dist/`, unless that holds what a build would write now; without `inputs`
 * always. Of two builds at once, the pages of one could be left with the compressed copies of the
 * other, so one waits.
 */
export const buildDist = (inputs?: Inputs, onPages?: () => void): Promise<void> =>
  withLock(
    join(dist, '.lock'),
    (holder) =>
      console.log(
        `Lệnh khác (tiến trình ${holder}) đang dựng bộ trang chiếu này; đợi lệnh ấy xong…`,
      ),
    () => buildUnlessMade(inputs, onPages),
  )

async function buildUnlessMade(inputs?: Inputs, onPages?: () => void): Promise<void> {
  if (inputs?.hash && (await isMadeFrom(dist, inputs.hash))) {
    onPages?.()
    return
  }
  console.log('Đang dựng bộ trang chiếu…')
  await tidily(() => buildPages(dist, { ...(onPages && { onPages }) }))
  // A source that changed meanwhile may be in the pages or not.
  if (inputs?.hash && inputs.now() === inputs.hash) await noteMadeFrom(dist, inputs.hash)
}

const help = helpOf('npm run build', `Dựng bộ trang chiếu vào thư mục ${basename(dist)}/.`, {})

/** `npm run build`: builds the deck into `dist/`, for any web server. */
export async function build(args: readonly string[], inputs?: Inputs): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  await buildDist(inputs)
  console.log(`Xong: ${relative('.', dist)}/`)
}
