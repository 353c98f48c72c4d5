// JavaScript, because Node 20 does not run TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deckAlias, reading } from '../build/deck.js'
import { areOlder, hashInputs } from '../build/inputs.js'

const root = resolve(import.meta.dirname, '../..')

const deck = deckAlias['#deck']

/**
 * One file per deck and checkout, which may share their packages. In `node_modules`, where the
 * packages that it imports are found.
 */
const compiled = join(
  root,
  'node_modules/.cache/bao-cao-vien/commands',
  `${createHash('sha256').update(`${root}\0${deck}`).digest('hex').slice(0, 12)}.mjs`,
)

/** Compiles `import.meta` as it is in each source file, because the compiled file is elsewhere. */
const places = {
  name: 'places',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null
    return code
      .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(id).href))
  },
}

/** Compiles the commands and the deck into one file; returns its stamp. */
async function compile() {
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
      ssr: join(root, 'src/cli/main.ts'),
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
 * The stamp of what is compiled: the files of its deck, and the hash of its inputs. Undefined if
 * there is none, or one of other inputs.
 */
function compiledFrom() {
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
 * Loads the commands, compiled again only if their sources changed, and the hashes of what they are
 * made from. Throws the bundler's error for a mistake in the sources.
 */
export async function loadCommands() {
  const { deckFiles, hash } = compiledFrom() ?? (await compile())
  const { main } = await import(pathToFileURL(compiled).href)
  return { main, inputs: { hash, now: () => hashInputs(deckFiles) } }
}
