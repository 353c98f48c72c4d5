import { join } from 'node:path'
import type { InlineConfig, Rolldown } from 'vite'
import { reading } from './sources/deck.js'

const root = join(import.meta.dirname, '../..')

/**
 * The oldest browsers in which all of the deck works; scripts are compiled for them. Safari opens
 * the other pages of a packed file from 16.4 on.
 */
export const target = ['chrome109', 'edge109', 'firefox115', 'safari16.4']

/**
 * The oldest browsers that stylesheets are compiled for. A Safari too old for the scripts still
 * shows every slide, but would drop a whole block of rules for one `(width >= 700px)`.
 */
export const cssTarget = ['chrome103', 'edge103', 'firefox115', 'safari16.0']

/** What a build has made, in memory. */
type Output = Rolldown.RolldownOutput['output']

/** Builds with settings of its own, and writes nothing. */
export async function bundle(config: InlineConfig): Promise<Output> {
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    // Its warnings are in English, about slow plugins or odd folder names, and help nobody who
    // prints or presents. What it logs as an error it throws as well.
    logLevel: 'silent',
    publicDir: false,
    ...config,
    build: { write: false, ...config.build },
  })
  // A single build without watching has one output, alone or in a list.
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput
  return output
}

/** The stylesheet that was made for the input of this name. */
export function styleIn(output: Output, name: string): string {
  const style = output.find((one) => one.type === 'asset' && one.names.includes(`${name}.css`))
  if (style?.type !== 'asset') throw new Error(`The build has no ${name}.css.`)
  return String(style.source)
}

/** The script that was made for the input of this name, which imports nothing. */
export function scriptIn(output: Output, name: string): string {
  const script = output.find((one) => one.type === 'chunk' && one.name === name)
  if (script?.type !== 'chunk' || script.imports.length > 0) {
    throw new Error(`The build has no ${name}.js that stands by itself.`)
  }
  return script.code
}

/** Builds a module as a script without imports, which defines a global of this name. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const [script] = await bundle({
    root,
    oxc: reading.oxc,
    build: { target, lib: { entry: join(root, entry), formats: ['iife'], name } },
  })
  return script.code
}
