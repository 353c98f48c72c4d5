// JavaScript, because Node 20 does not run TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deckAlias, reading } from '../build/sources/deck.js'
import { areOlder, hashInputs } from '../build/sources/inputs.js'
import { places } from '../build/sources/places.js'

const root = resolve(import.meta.dirname, '../..')

const deck = deckAlias['#deck']

/**
 * Where a program is compiled to: one file per program, deck and checkout, which may share their
 * packages. In `node_modules`, where the packages that it imports are found.
 */
const placeOf = (entry) =>
  join(
    root,
    'node_modules/.cache/bao-cao-vien/commands',
    `${createHash('sha256').update(`${root}\0${deck}\0${entry}`).digest('hex').slice(0, 12)}.mjs`,
  )

/** Compiles a program and the deck into one file; returns its stamp. */
async function compile(entry, compiled) {
  const begun = Date.now()
  const { build, createLogger } = await import('vite')
  let sources = []
  const part = `${compiled}.${process.pid}.part`
  const { output } = await build({
    ...reading,
    publicDir: false,
    // Vite also throws what it logs.
    customLogger: { ...createLogger('error'), error: () => undefined },
    plugins: [
      places,
      {
        name: 'sources',
        buildEnd() {
          sources = [...this.getModuleIds()].map((id) => id.replace(/\?.*$/, ''))
        },
      },
    ],
    ssr: { external: true },
    build: {
      ssr: join(root, entry),
      write: false,
      target: 'node20',
      minify: false,
    },
  })
  const deckFiles = sources
    .map((id) => resolve(id))
    .filter((file) => existsSync(file) && !file.startsWith(join(root, 'src', sep)))
  // A source that was saved meanwhile may have been read before or after.
  const hash = areOlder(deckFiles, begun) ? hashInputs(deckFiles) : ''
  mkdirSync(dirname(compiled), { recursive: true })
  writeFileSync(part, `// ${JSON.stringify({ deckFiles, hash })}\n${output[0].code}`)
  renameSync(part, compiled)
  return { deckFiles, hash }
}

/**
 * The stamp of what is compiled: its files outside `src/`, and the hash of its inputs. Undefined if
 * there is none, or one of other inputs.
 */
function compiledFrom(compiled) {
  try {
    const text = readFileSync(compiled, 'utf8')
    const { deckFiles, hash } = JSON.parse(text.slice('// '.length, text.indexOf('\n')))
    return hashInputs(deckFiles) === hash ? { deckFiles, hash } : undefined
  } catch {
    // Missing or damaged: it is compiled again.
    return undefined
  }
}

/**
 * Loads the `main` of a program, compiled again only if its sources changed, and the hashes of what
 * it is made from. `entry` is its file, below the root. Throws the bundler's error for a mistake in
 * the sources.
 */
export async function loadProgram(entry) {
  const compiled = placeOf(entry)
  const { deckFiles, hash } = compiledFrom(compiled) ?? (await compile(entry, compiled))
  const { main } = await import(pathToFileURL(compiled).href)
  return { main, inputs: { hash, now: () => hashInputs(deckFiles) } }
}
