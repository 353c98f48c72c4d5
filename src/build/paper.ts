import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keysOf } from '../model/record.ts'
import { bundle, cssTarget, styleIn } from './bundle.ts'
import type { Sheets } from './fonts.ts'
import { kept } from './kept.ts'
import { type Content, deckPages, fillPage, fontsFor } from './plugin.ts'

const root = join(import.meta.dirname, '../..')

/** The pages that are printed, with their stylesheets. */
const sheets = {
  index: 'deck/deck.css',
  review: 'review/review.css',
  outline: 'outline/outline.css',
} as const

/** A page that is printed. */
type PaperPage = keyof typeof sheets

type Texts = Readonly<Record<PaperPage, string>>

/**
 * A style that makes printing faster and changes nothing on paper. Nothing is laid out before the
 * page prints, because printing lays everything out anew: a page is opened for a medium that is
 * neither. A slide that is painted apart is looked for on its own page only.
 */
const faster = `@media not screen{@media not print{body{display:none}}}
section{isolation:isolate}`

/**
 * What no page prints: menus and lists. The browser would look for the target of each of their links
 * once a page.
 */
const dialogs = /<dialog\b.*?<\/dialog>/gs

/** Something for each page. */
const forEach = async (make: (name: PaperPage) => Promise<string>): Promise<Texts> => {
  const texts = keysOf(sheets).map(async (name) => [name, await make(name)] as const)
  // The entries are those of `sheets`, which TypeScript does not follow.
  return Object.fromEntries(await Promise.all(texts)) as Texts
}

/** Bundles the stylesheets, with the fonts in them. */
async function bundleStyles({ packed, paper }: Sheets): Promise<Texts> {
  const input = await forEach(async (name) => join(root, 'src/theme', sheets[name]))
  const output = await bundle({
    root: join(root, 'src/pages'),
    plugins: [deckPages({ screen: packed.path, paper: paper.path })],
    build: {
      cssTarget,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input },
    },
  })
  return forEach(async (name) => styleIn(output, name))
}

/**
 * Makes a function that gives the pages to print, as texts that need no other file: the same markup
 * and style as the built pages have, without scripts. Each is rendered when it is asked for, while
 * the browser prints another. Nothing is bundled unless the style has changed.
 */
export async function paperPages({
  entry,
  version,
}: Content): Promise<(name: PaperPage) => Promise<string>> {
  const index = entry.renderPage('index', version)
  const sheets = await fontsFor(index)
  const styles = await kept('paper', sheets.packed.css + sheets.paper.css, () =>
    bundleStyles(sheets),
  )
  return async (name) => {
    const page = await readFile(join(root, `src/pages/${name}.html`), 'utf8')
    const framed = page
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles[name]}${faster}</style>`)
      .replace(/ *<script type="module"[^>]*><\/script>\r?\n/, '')
    const rendered = name === 'index' ? index : entry.renderPage(name, version)
    return fillPage(framed, { ...rendered, body: rendered.body.replace(dialogs, '') })
  }
}

/** Whether a page is one that is printed. */
export const isPaperPage = (name: string): name is PaperPage => Object.hasOwn(sheets, name)
