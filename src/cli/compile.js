// JavaScript, because Node 20 does not run TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, SourceMap } from 'node:module'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deckAlias, reading } from '../build/sources/deck.js'
import { areOlder, hashInputs } from '../build/sources/inputs.js'
import { places } from '../build/sources/places.js'

const root = resolve(import.meta.dirname, '../..')

const deck = deckAlias['#deck']

/** Where everything is compiled to: in `node_modules`, where the packages imported are found. */
const cache = join(root, 'node_modules/.cache/bao-cao-vien/commands')

const hashOf = (text) => createHash('sha256').update(text).digest('hex')

/**
 * The file that a source is compiled to: one per source, deck and checkout, which may share their
 * packages.
 */
const placeOf = (source) => join(cache, `${hashOf(`${root}\0${deck}\0${source}`).slice(0, 12)}.mjs`)

/** The file of the compiled deck, which compiled programs import. */
const deckPlace = placeOf('#deck')

/** Lists the sources of a bundle while it is made. */
const listing = (sources) => ({
  name: 'sources',
  buildEnd() {
    sources.push(...[...this.getModuleIds()].map((id) => id.replace(/\?.*$/, '')))
  },
})

/** Has programs import the compiled deck, so that one slide that changes compiles no program. */
const deckOutside = {
  name: 'deck-outside',
  enforce: 'pre',
  resolveId: (id) =>
    id === '#deck' ? { id: pathToFileURL(deckPlace).href, external: true } : null,
}

/** Bundles a program without the deck; returns it with its code, and lists its sources. */
async function bundleProgram(entry, sources) {
  const { build, createLogger } = await import('vite')
  const { output } = await build({
    ...reading,
    resolve: {},
    publicDir: false,
    // Vite also throws what it logs.
    customLogger: { ...createLogger('error'), error: () => undefined },
    plugins: [places, deckOutside, listing(sources)],
    ssr: { external: true },
    build: {
      ssr: join(root, entry),
      write: false,
      target: 'node20',
      minify: false,
    },
  })
  return output[0]
}

/**
 * Bundles the deck; returns the code and its source map, and lists its sources. By Vite's own bundler,
 * which loads in a third of the time that Vite takes.
 */
async function bundleDeck(sources, sourcemap = false) {
  const { resolve: find } = createRequire(createRequire(import.meta.url).resolve('vite'))
  const { build } = await import(pathToFileURL(find('rolldown')).href)
  const { output } = await build({
    input: deck,
    cwd: root,
    write: false,
    platform: 'node',
    tsconfig: false,
    logLevel: 'silent',
    transform: { target: 'node20' },
    // By default, what comes after a slide that throws is removed, and the export is not defined.
    output: { minify: false, sourcemap },
    plugins: [places, listing(sources)],
  })
  return output[0]
}

/** Compiles a source into one file by `bundle`; returns its stamp. */
async function compile(compiled, bundle) {
  const begun = Date.now()
  const sources = []
  const { code } = await bundle(sources)
  const files = sources
    .map((id) => resolve(id))
    .filter((file) => existsSync(file) && !file.startsWith(join(root, 'src', sep)))
  // A source that was saved meanwhile may have been read before or after.
  const hash = areOlder(files, begun) ? hashInputs(files) : ''
  const stamp = { files, hash, code: hashOf(code) }
  const part = `${compiled}.${process.pid}.part`
  mkdirSync(cache, { recursive: true })
  try {
    writeFileSync(part, `// ${JSON.stringify(stamp)}\n${code}`)
    renameSync(part, compiled)
  } finally {
    // A full disk leaves a part of it.
    rmSync(part, { force: true })
  }
  return stamp
}

/**
 * The stamp of what is compiled: its files outside `src/`, and the hashes of its inputs and of its
 * code. Undefined if there is none, one of other inputs, or one that is damaged.
 */
function compiledFrom(compiled) {
  try {
    const text = readFileSync(compiled, 'utf8')
    const end = text.indexOf('\n')
    const stamp = JSON.parse(text.slice('// '.length, end))
    const isWhole = hashOf(text.slice(end + 1)) === stamp.code
    return isWhole && hashInputs(stamp.files) === stamp.hash ? stamp : undefined
  } catch {
    // Missing or damaged: it is compiled again.
    return undefined
  }
}

/**
 * Where in the deck an error was thrown while it was loaded, relative to the root; undefined if it was
 * thrown elsewhere. The deck is bundled anew for it, because no other error needs the source map.
 */
export async function placeInDeck({ stack }) {
  const frames = String(stack).matchAll(new RegExp(`${basename(deckPlace)}:(\\d+):(\\d+)`, 'g'))
  const lines = [...frames].map(([, line, column]) => [Number(line), Number(column)])
  if (lines.length === 0) return undefined
  const map = new SourceMap(JSON.parse(String((await bundleDeck([], true)).map)))
  for (const [line, column] of lines) {
    // The first line of the file is the stamp; a map counts from 0.
    const { originalSource, originalLine } = map.findEntry(line - 2, column - 1)
    if (originalSource === undefined) continue
    const file = relative(root, resolve(dirname(deck), originalSource))
    if (!file.startsWith(`src${sep}`)) return { file, line: originalLine + 1 }
  }
  return undefined
}

/**
 * Loads a program, with the deck, and the hashes of what they are made from; compiles what has changed.
 * `entry` is the program's file, below the root. Throws the bundler's error for a
 * mistake in the sources.
 */
export async function loadProgram(entry) {
  const program = placeOf(entry)
  const stamps = [
    compiledFrom(deckPlace) ?? (await compile(deckPlace, bundleDeck)),
    compiledFrom(program) ?? (await compile(program, (sources) => bundleProgram(entry, sources))),
  ]
  const module = await import(pathToFileURL(program).href)
  // Of the stamps, because a source may have changed since; empty if nobody knows what one of them
  // was made from.
  const hash = stamps.every((stamp) => stamp.hash)
    ? stamps.map((stamp) => stamp.hash).join(' ')
    : ''
  return {
    ...module,
    inputs: { hash, now: () => stamps.map((stamp) => hashInputs(stamp.files)).join(' ') },
  }
}
