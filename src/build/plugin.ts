import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Plugin, RunnableDevEnvironment } from 'vite'
import type { Rendered } from '../render/render.tsx'
import type * as Entry from './entry.ts'
import { buildFonts, type Sheets, writeSheet } from './fonts.ts'
import { scriptlessMessage } from './plugins/scriptless.ts'
import { deckAlias, reading } from './sources/deck.js'
import type { VersionFile } from './version.ts'

const root = join(import.meta.dirname, '../..')
const entryFile = join(root, 'src/build/entry.ts')
/** A replacement string for `String.replace`, where `$` has to be doubled. */
const source = join(root, 'src').replaceAll('$', '$$$$')

/** The slides and renderers to build with, and the private version to apply. */
export interface Content {
  readonly entry: typeof Entry
  readonly version?: VersionFile | undefined
}

/** The folder of the font files. */
const fontsFolder = join(root, 'node_modules/.cache/bao-cao-vien/fonts')

/** The letters of an HTML fragment, each once, without those of its attributes. */
function lettersOf(html: string): string {
  const letters = new Set<string>()
  for (const [, text = ''] of html.normalize('NFC').matchAll(/>([^<]+)</g)) {
    for (const letter of text) letters.add(letter)
  }
  return [...letters].join('')
}

/**
 * The letters that a page shows first: those of the slides, of the message that its script has not
 * started, and of the overview, whose first frame would otherwise look for a font with a dash.
 */
export const firstLetters = (body: string): string => `${lettersOf(body + scriptlessMessage)}–`

/** Makes the fonts for the letters that a deck shows first, in its rendered page. */
export const fontsFor = ({ body }: Rendered): Promise<Sheets> =>
  buildFonts(firstLetters(body), join(root, 'assets/fonts'), fontsFolder)

/**
 * The stylesheets of the fonts in development, whose paths are needed before the deck is read: a
 * name for each checkout and deck, because checkouts may share the folder.
 */
function sheetsInDevelopment(): Readonly<Record<'screen' | 'paper', string>> {
  const deck = createHash('sha256').update(deckAlias['#deck']).digest('hex').slice(0, 8)
  const named = (kind: keyof Sheets) => join(fontsFolder, `dev-${kind}-${deck}.css`)
  return { screen: named('screen'), paper: named('paper') }
}

/** Fills the placeholders of a page's HTML with a rendered document. */
export const fillPage = (html: string, { id, head, body }: Rendered): string =>
  html
    .replace('<!--id-->', id)
    .replace('<!--head-->', () => head)
    .replace('<!--body-->', () => body)

/**
 * Reads slides and renderers, and fills the placeholders of each page with the rendered deck in
 * development; a build fills them itself. `sheets` are the paths of the stylesheets of the fonts on a
 * screen and on paper, which development makes when it has read the deck.
 */
export function deckPages(sheets = sheetsInDevelopment()): Plugin {
  const data = '\0deck-data'
  /** Set in development only. */
  let load: (() => Promise<typeof Entry>) | undefined
  return {
    name: 'deck-pages',
    config(_, { command, mode }) {
      // Vite derives `import.meta.env.PROD` from NODE_ENV, which a shell, an editor or a module
      // that ran before may have set to something else.
      process.env.NODE_ENV = command === 'build' ? 'production' : mode
      return {
        oxc: reading.oxc,
        // Reads a stylesheet and what it imports several times faster than PostCSS.
        css: { transformer: 'lightningcss' as const },
        // In development, Vite's dependency scan parses components with settings of its own.
        optimizeDeps: { rolldownOptions: { transform: { jsx: reading.oxc.jsx } } },
        resolve: {
          alias: [
            { find: /^\/(theme|client)\//, replacement: `${source}/$1/` },
            { find: '#deck', replacement: deckAlias['#deck'] },
            { find: '#fonts.css', replacement: sheets.screen },
            { find: '#print-fonts.css', replacement: sheets.paper },
          ],
        },
      }
    },
    configureServer({ environments }) {
      // Vite's own server environment is runnable, but its declared type is the general one.
      const { runner } = environments.ssr as RunnableDevEnvironment
      load = () => runner.import(entryFile)
    },
    resolveId: (id) => (id === '#deck-data' ? data : null),
    async load(id) {
      if (id !== data || !load) return null
      const { deckData } = await load()
      // Without notes, because the audience's pages load it too.
      return `export const deck = ${JSON.stringify(deckData(false))}`
    },
    async buildStart() {
      if (!load) return
      const { renderPage } = await load()
      const made = await fontsFor(renderPage('index'))
      await writeSheet(sheets.screen, made.screen.css)
      await writeSheet(sheets.paper, made.paper.css)
    },
    // Last, because Vite would parse every slide of every page.
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path }) {
        if (!load) return html
        const { isDocument, renderPage } = await load()
        const name = path.replace(/^.*\//, '').replace(/\.html$/, '') || 'index'
        if (!isDocument(name)) throw new Error(`No document fills the page ${name}.`)
        return fillPage(html, renderPage(name))
      },
    },
    // Slides run on the server only, so Vite would reload nothing when one is saved.
    hotUpdate({ modules, server }) {
      if (this.environment.name !== 'ssr' || modules.length === 0) return
      const { hot, moduleGraph } = server.environments.client
      const stale = moduleGraph.getModuleById(data)
      if (stale) moduleGraph.invalidateModule(stale)
      hot.send({ type: 'full-reload' })
    },
  }
}
