import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A deck, and what is known about talks, versions and the language. */
const model = [
  'src/model',
  ...['deck', 'talk', 'timing', 'version', 'language', 'search'].map(
    (folder) => `src/model/${folder}`,
  ),
]

/** What all windows in the browser are built on. */
const kernel = [
  ...model,
  'src/client/browser',
  'src/client/ui',
  'src/client/session',
  'src/client/offline',
]

/** What a window may import from. */
const window = [
  ...kernel,
  ...['search', 'version', 'live', 'pointer'].map((folder) => `src/client/${folder}`),
]

/** The windows; none may import another. */
const windows = ['deck', 'speaker', 'review', 'outline', 'check', 'guide'].map(
  (name) => `src/client/${name}`,
)

/** The folders that each folder may import from, besides itself. */
const doors: Readonly<Record<string, readonly string[]>> = {
  slides: model,
  'src/model': [],
  'src/model/language': ['src/model'],
  'src/model/search': [],
  'src/model/deck': ['src/model', 'src/model/language'],
  'src/model/talk': ['src/model', 'src/model/deck', 'src/model/version'],
  'src/model/timing': ['src/model', 'src/model/deck', 'src/model/talk'],
  'src/model/version': ['src/model', 'src/model/language', 'src/model/deck'],
  'src/render': model,
  // Reads rendered pages and makes files of them: it knows neither decks nor renderers.
  'src/office': [],
  'src/client/browser': [],
  'src/client/ui': [...model, 'src/client/browser'],
  'src/client/session': [...model, 'src/client/browser', 'src/client/ui'],
  'src/client/offline': ['src/client/browser'],
  'src/client/search': [...model, 'src/client/ui'],
  // What shows a version renders it, in a piece that is loaded where there is one.
  'src/client/version': [...kernel, 'src/render'],
  'src/client/live': kernel,
  // Its style is loaded with it.
  'src/client/pointer': [...kernel, 'src/theme'],
  'src/client/deck': [
    ...window,
    'src/client/deck/first',
    'src/client/deck/stage',
    'src/client/deck/later',
    'src/client/deck/extras',
  ],
  'src/client/deck/extras': [...kernel, 'src/client/live', 'src/theme'],
  // Runs before the rest of the deck has arrived.
  'src/client/deck/first': [...kernel, 'src/client/version'],
  // Loaded once the deck works, so that it imports nothing of what starts it.
  'src/client/deck/later': window,
  'src/client/deck/stage': kernel,
  'src/client/speaker': [...window, 'src/client/speaker/timing'],
  'src/client/speaker/timing': window,
  'src/client/version-editor': [...window, 'src/office'],
  'src/client/review': [...window, 'src/client/version-editor'],
  'src/client/outline': window,
  'src/client/check': window,
  'src/client/guide': window,
  'src/client/packed': [
    ...window,
    ...windows,
    'src/client/deck/extras',
    'src/client/deck/first',
    'src/client/deck/later',
    'src/client/version',
    'src/theme',
  ],
  'src/pages': ['src/client', 'src/theme'],
  'src/theme': [],
  'src/system': ['src/model'],
  'src/build/sources': [],
  'src/build': [...model, 'src/render', 'src/system', 'src/build/plugins', 'src/build/sources'],
  'src/build/plugins': ['src/build', 'src/model'],
  'src/relay': [...model, 'src/system'],
  'src/cli': [...model, 'src/system', 'src/build', 'src/build/sources', 'src/relay', 'src/office'],
}

const deckFile = join(root, 'slides/deck.ts')

/** The only file that may import both slides and rendering. */
const meeting = 'src/build/entry.ts'

const files = ['slides', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(tsx?|js)$/.test(name) && !name.endsWith('.d.ts')),
)

/** The folder in `doors` that a file belongs to: the longest match, because folders are nested. */
const folderOf = (file: string): string =>
  Object.keys(doors)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((one, other) => other.length - one.length)[0] ?? dirname(file)

/** The paths a file imports: values and types, static and dynamic. */
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:from|import) '([^']+)'|import\('([^']+)'\)/g,
    ),
  ].map(([, named, later]) => named ?? later ?? '')

const local = (file: string): readonly string[] =>
  importsOf(file)
    .map((path) => (path === '#deck' ? relative(join(root, dirname(file)), deckFile) : path))
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, resolve(root, dirname(file), path)))

describe('imports point one way', () => {
  test('every file belongs to a folder with import rules', () => {
    expect(files.filter((file) => !(folderOf(file) in doors))).toEqual([])
  })

  test.for(files)('%s imports only what its folder may', (file) => {
    const open = [folderOf(file), ...(doors[folderOf(file)] ?? [])]
    if (file === meeting) open.push('slides')
    expect(local(file).filter((path) => !open.includes(folderOf(path)))).toEqual([])
  })

  test('only one file imports both slides and rendering', () => {
    const both = files.filter((file) => {
      const folders = local(file).map(folderOf)
      return folders.includes('slides') && folders.includes('src/render')
    })
    expect(both).toEqual([meeting])
  })

  test('the model, the slides and the office import no package, the browser only reveal.js and qr', () => {
    const packages = (folder: string) =>
      new Set(
        files
          .filter((file) => file.startsWith(`${folder}/`))
          .flatMap(importsOf)
          .filter((path) => !path.startsWith('.')),
      )
    expect(packages('slides')).toEqual(new Set())
    expect(packages('src/model')).toEqual(new Set())
    expect(packages('src/office')).toEqual(new Set())
    // The deck as data is made by the build.
    expect(packages('src/client')).toEqual(new Set(['#deck-data', 'qr', 'reveal.js']))
  })
})

/** Every import cycle, as a path that ends where it begins. */
function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const from = path.indexOf(file)
    if (from >= 0) cycles.push([...path.slice(from), file].join(' → '))
    if (from >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return cycles
}

/** The only folder of more than a dozen modules: it has one for each layout. */
const layouts = 'src/render/layouts'

describe('modules', () => {
  test('import one another without cycles, type imports included', () => {
    expect(cyclesIn(new Map(files.map((file) => [file, local(file)])))).toEqual([])
  })

  test('of a cycle are found, however long it is', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['d']],
    ])
    expect(cyclesIn(imports)).toEqual(['a → b → c → a', 'd → d'])
  })

  test('are a dozen to a folder at most', () => {
    const full = [...new Set(files.map(dirname))].filter(
      (folder) => files.filter((file) => dirname(file) === folder).length > 12,
    )
    expect(full.filter((folder) => folder !== layouts)).toEqual([])
  })
})

describe('the repository', () => {
  test('has only these entries at its top level', () => {
    const entries = readdirSync(root).filter(
      (name) => !name.startsWith('.') && name !== 'node_modules' && !/^dist\b/.test(name),
    )
    expect(entries.sort()).toEqual(
      'README.md assets package-lock.json package.json slides src tests tsconfig.json vite.config.ts'.split(
        ' ',
      ),
    )
  })

  test('needs seven packages to show a deck, each with its reason in the README', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies).join(' ')).toBe(
      'preact preact-render-to-string qr reveal.js send subset-font vite',
    )
    const reasons = /^To show it: [\s\S]*?\n\n/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))
    for (const name of Object.keys(dependencies)) expect(reasons?.[0]).toContain(`**${name}**`)
  })
})

/** The paths in the comments of a file, as they are written there, below the root or below `src`. */
const pathsSaidIn = (file: string): readonly string[] =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => /^\s*(\/?\*|\/\/|\{\/\*)/.test(line))
    .flatMap(
      (line) =>
        line.match(/\b(?:src|client|render|model|build|cli|relay|theme)\/[\w./-]*\w/g) ?? [],
    )

test('comments name files and folders that exist', () => {
  const exists = (path: string) =>
    [path, join('src', path)].some((one) =>
      ['', '.ts', '.tsx'].some((ending) => existsSync(join(root, one + ending))),
    )
  const said = files.flatMap((file) => pathsSaidIn(file).map((path) => ({ file, path })))
  expect(said.length).toBeGreaterThan(10)
  expect(said.filter(({ path }) => !exists(path))).toEqual([])
})
