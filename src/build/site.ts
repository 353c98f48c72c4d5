import { createHash } from 'node:crypto'
import { keysOf } from '../model/record.ts'
import { bundle } from './bundle.ts'
import { pagesConfig } from './config.ts'
import type { Sheets } from './fonts.ts'
import { kept } from './kept.ts'
import type { Files } from './output.ts'
import { type Content, fillPage, fontsFor } from './plugin.ts'
import { workerFor } from './worker.ts'

/** What Vite makes of the pages, whose placeholders are not filled yet; bytes in base64. */
interface Frame {
  readonly texts: Readonly<Record<string, string>>
  readonly bytes: Readonly<Record<string, string>>
}

/** The pages that render a private version, for which they load the deck as data. */
const versioned = ['index', 'speaker', 'review', 'outline']

async function bundleFrame(sheets: Sheets): Promise<Frame> {
  const texts: Record<string, string> = {}
  const bytes: Record<string, string> = {}
  for (const file of await bundle(pagesConfig(sheets))) {
    const made = file.type === 'chunk' ? file.code : file.source
    if (typeof made === 'string') texts[file.fileName] = made
    else bytes[file.fileName] = Buffer.from(made).toString('base64')
  }
  return { texts, bytes }
}

const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)

/**
 * The files of the site, and the fonts of its deck. Scripts, styles and pages without their slides
 * are bundled again only if sources or fonts changed: they know nothing of the slides.
 */
export async function siteFiles({
  entry,
  version,
}: Content): Promise<{ readonly files: Files; readonly sheets: Sheets }> {
  const index = entry.renderPage('index', version)
  const sheets = await fontsFor(index)
  const { texts, bytes } = await kept(
    `site-${entry.deckId}`,
    sheets.screen.css + sheets.paper.css,
    () => bundleFrame(sheets),
  )
  // Without notes, because the audience's pages load it too.
  const data = `export const deck = ${JSON.stringify(entry.deckData(false, version))}\n`
  const dataName = `deck-${hashOf(data)}.js`
  const files: Record<string, string | Uint8Array> = { ...texts, [`assets/${dataName}`]: data }
  for (const [file, base64] of Object.entries(bytes)) files[file] = Buffer.from(base64, 'base64')
  for (const file of keysOf(texts)) {
    const [, name = ''] = /^(.+)\.html$/.exec(file) ?? []
    if (!entry.isDocument(name)) continue
    // Relative to the script that loads it, which lies beside it.
    const stock = versioned.includes(name) ? `data-stock="./${dataName}" ` : ''
    const page = (texts[file] ?? '').replace('<html ', `<html ${stock}`)
    files[file] = fillPage(page, name === 'index' ? index : entry.renderPage(name, version))
  }
  return { files: workerFor(files), sheets }
}
