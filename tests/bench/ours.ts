import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wrong } from './common.ts'
import { root, run, scratch } from './scratch.ts'

/** The parts of a checkout that a copy needs to build and print itself. */
const parts = ['src', 'slides', 'tests/bench', 'package.json', 'vite.config.ts', 'tsconfig.json']

/** Where the sources of earlier commits are laid out. */
const history = join(scratch, 'history')

/**
 * Lays out the sources of a commit and returns their folder; throws a `DeckError` for one that this
 * checkout does not know. They are built with this checkout's packages.
 */
export async function sourcesAt(revision: string): Promise<string> {
  await rm(history, { recursive: true, force: true })
  await mkdir(history, { recursive: true })
  const packed = join(history, 'sources.tar')
  const archive = ['archive', '-o', packed, `${revision}^{commit}`, '--', ...parts, 'assets']
  await run({ args: archive, cwd: root }, 'git').catch(() => {
    throw wrong('against', revision, 'Viết tên một bản có trong kho git này, ví dụ HEAD~1.')
  })
  await run({ args: ['-xf', packed, '-C', history], cwd: root }, 'tar')
  return history
}

/**
 * Makes a copy of the sources in `from` whose `slides/deck.ts` is the real deck grown to `total`
 * slides, so that the real build and print commands are timed and the checkout is not touched.
 */
export async function makeOurs(folder: string, total: number, from = root): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const part of parts) {
    await rm(join(folder, part), { recursive: true, force: true })
    await cp(join(from, part), join(folder, part), { recursive: true })
  }
  // The same for every commit: it decides how many slides of which kind there are.
  await cp(join(root, 'tests/bench/grow.ts'), join(folder, 'tests/bench/grow.ts'))
  await rm(join(folder, 'assets'), { recursive: true, force: true })
  await symlink(join(from, 'assets'), join(folder, 'assets'), 'junction')
  const sources = await readdir(join(folder, 'src'), { recursive: true })
  for (const name of sources.filter((name) => name.endsWith('.tsx'))) {
    const path = join(folder, 'src', name)
    // Vite ignores the tsconfig.json below node_modules that sets this for all files.
    await writeFile(path, `/** @jsxImportSource preact */\n${await readFile(path, 'utf8')}`)
  }
  const slides = join(folder, 'slides')
  await rename(join(slides, 'deck.ts'), join(slides, 'original.ts'))
  await writeFile(
    join(slides, 'deck.ts'),
    `import { grown } from '../tests/bench/grow.ts'
import { deck as original } from './original.ts'

export const deck = grown(original, ${total})
`,
  )
}
