import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { references } from '../../tsconfig.json'

const root = join(import.meta.dirname, '../..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

/** What the compiler says of a project, without compiling it. */
async function ask(project: string, question: '--showConfig' | '--listFilesOnly') {
  const args = [compiler, '-p', join(root, project), question]
  return (await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })).stdout
}

/** The files that a project names, not those that they import. */
async function filesOf({ path }: { path: string }): Promise<readonly string[]> {
  const { files }: { files: readonly string[] } = JSON.parse(await ask(path, '--showConfig'))
  return files.map((file) => relative(root, resolve(root, path, file)).replaceAll('\\', '/'))
}

test('every TypeScript file of src and slides belongs to exactly one project', async () => {
  const there = ['slides', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  const compiled = (await Promise.all(references.map(filesOf))).flat()
  expect(compiled.sort()).toEqual([...there, 'vite.config.ts'].sort())
})

/** What each project knows of where it runs, besides the language. */
const surroundings: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  // Preact's types bring the DOM with them.
  'src/render': ['DOM'],
  'src/client': ['DOM'],
  'src/client/offline': ['worker'],
  'src/office': ['DOM'],
  'src/relay': ['node'],
  src: ['node', 'DOM'],
}

const libraries = {
  node: /\/@types\/node\/globals\.d\.ts$/m,
  DOM: /\/lib\.dom\.d\.ts$/m,
  worker: /\/lib\.webworker\.d\.ts$/m,
}

describe('a project sees no globals but those of where it runs', () => {
  test.for(references)('$path', async ({ path }) => {
    const files = await ask(path, '--listFilesOnly')
    const seen = Object.entries(libraries).filter(([, library]) => library.test(files))
    expect(seen.map(([name]) => name)).toEqual(surroundings[path])
  })
})
