import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { reading } from './sources/deck.js'
import { target } from './target.ts'

const root = join(import.meta.dirname, '../..')

/** Builds a module as a script without imports, which defines a global of this name. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    oxc: reading.oxc,
    build: {
      write: false,
      target,
      lib: { entry: join(root, entry), formats: ['iife'], name },
    },
  })
  // A library in one format, built without watching, has one output.
  const [{ output }] = result as [Rolldown.RolldownOutput]
  return output[0].code
}
