import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import type { Plugin, RunnableDevEnvironment } from 'vite'
import type { Rendered } from '../render/render.tsx'
import type * as Entry from './entry.ts'
import { buildFonts } from './fonts.ts'
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

/**
 * The folder of the font files of a deck and version: others that are built at the same time need
 * files with the same names but other letters. In development, the deck is not read yet.
 */
export const fontsFolder = (content?: Content): string =>
  join(
    root,
    'node_modules/.cache/bao-cao-vien/fonts',
    (content?.entry.deckId ?? relative(root, deckAlias['#deck'])).replace(/[^a-z0-9]+/gi, '-'),
    content?.version
      ? createHash('sha256').update(content.version.path).digest('hex').slice(0, 8)
      : '',
  )

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

/** Fills the placeholders of a page's HTML with a rendered document. */
export const fillPage = (html: string, { id, head, body }: Rendered): string =>
  html
    .replace('<!--id-->', id)
    .replace('<!--head-->', () => head)
    .replace('<!--body-->', () => body)

/**
 * Reads slides and renderers, and fills the placeholders of each page with the rendered deck in
 * development; a build fills them itself. `fonts` is the stylesheet of the screen's fonts.
 */
export function deckPages(
  content?: Content,
  fonts: 'fonts.css' | 'packed-fonts.css' = 'fonts.css',
): Plugin {
  const cache = fontsFolder(content)
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
            { find: '#fonts.css', replacement: join(cache, fonts) },
            { find: '#print-fonts.css', replacement: join(cache, 'print-fonts.css') },
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
      await buildFonts(firstLetters(renderPage('index').body), join(root, 'assets/fonts'), cache)
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
