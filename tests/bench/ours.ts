import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './scratch.ts'

/** The parts of the checkout that a copy needs to build and print itself. */
const parts = ['src', 'slides', 'tests/bench', 'package.json', 'vite.config.ts', 'tsconfig.json']

/**
 * Makes a copy of the checkout whose `slides/deck.ts` is the real deck grown to `total` slides, so
 * that the real build and print commands are timed and the checkout is not touched.
 */
export async function makeOurs(folder: string, total: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const part of parts) {
    await rm(join(folder, part), { recursive: true, force: true })
    await cp(join(root, part), join(folder, part), { recursive: true })
  }
  await rm(join(folder, 'assets'), { recursive: true, force: true })
  await symlink(join(root, 'assets'), join(folder, 'assets'), 'junction')
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
