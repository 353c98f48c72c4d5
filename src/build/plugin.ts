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
  /** Those that the caller has loaded already; by default they are read from the disk. */
  readonly entry?: typeof Entry
  readonly version?: VersionFile | undefined
}

/**
 * The folder of the font files of a deck and version: others that are built at the same time need
 * files with the same names but other letters.
 */
export const fontsFolder = ({ entry, version }: Content): string =>
  join(
    root,
    'node_modules/.cache/bao-cao-vien/fonts',
    (entry?.deckId ?? relative(root, deckAlias['#deck'])).replace(/[^a-z0-9]+/gi, '-'),
    version ? createHash('sha256').update(version.path).digest('hex').slice(0, 8) : '',
  )

/** The text of an HTML fragment, without its attributes. */
const lettersOf = (html: string): string =>
  [...html.matchAll(/>([^<]+)</g)].map(([, text]) => text).join('')

/**
 * The letters that a page shows first: those of the slides, and of the message that its script has
 * not started.
 */
export const firstLetters = (body: string): string => lettersOf(body + scriptlessMessage)

let loading: Promise<{ module: typeof Entry }> | undefined

/**
 * Loads slides and renderers once for all pages of a build; `anew` reads them again from the disk.
 * Each load starts a Vite server, which takes longer than rendering every page.
 */
export async function loadEntry(anew = false): Promise<typeof Entry> {
  if (anew || !loading) {
    const { runnerImport } = await import('vite')
    loading = runnerImport<typeof Entry>(entryFile, reading)
  }
  return (await loading).module
}

/** Fills the placeholders of a page's HTML with a rendered document. */
export const fillPage = (html: string, { id, head, body }: Rendered): string =>
  html
    .replace('<!--id-->', id)
    .replace('<!--head-->', () => head)
    .replace('<!--body-->', () => body)

/**
 * Fills the placeholders of each page with the rendered deck, in development and in the build.
 * `fonts` is the stylesheet of the screen's fonts.
 */
export function deckPages(
  content: Content = {},
  fonts: 'fonts.css' | 'packed-fonts.css' = 'fonts.css',
): Plugin {
  const { entry: given, version } = content
  let load = async () => given ?? loadEntry()
  // A build reads the slides again: its process may have built before.
  let begin = async () => given ?? loadEntry(true)
  const cache = fontsFolder(content)
  const data = '\0deck-data'
  /** The deck's page of a build, which was rendered for its letters. */
  let index: Rendered | undefined
  let isBuild = false
  return {
    name: 'deck-pages',
    config(_, { command, mode }) {
      // Vite derives `import.meta.env.PROD` from NODE_ENV, which a shell, an editor or a module
      // that ran before may have set to something else.
      isBuild = command === 'build'
      process.env.NODE_ENV = isBuild ? 'production' : mode
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
      begin = load
    },
    resolveId: (id) => (id === '#deck-data' ? data : null),
    async load(id) {
      if (id !== data) return null
      const { deckData } = await load()
      // Without notes, because the audience's pages load it too.
      return `export const deck = ${JSON.stringify(deckData(false, version))}`
    },
    async buildStart() {
      const { renderPage } = await begin()
      index = renderPage('index', version)
      const letters = firstLetters(index.body)
      await buildFonts(letters, join(root, 'assets/fonts'), cache)
    },
    // Last, because Vite would parse every slide of every page.
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path }) {
        const { isDocument, renderPage } = await load()
        const name = path.replace(/^.*\//, '').replace(/\.html$/, '') || 'index'
        if (!isDocument(name)) throw new Error(`No document fills the page ${name}.`)
        const known = isBuild && name === 'index' ? index : undefined
        return fillPage(html, known ?? renderPage(name, version))
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
