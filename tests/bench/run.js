// Node 20 does not run TypeScript, so Vite's module runner does.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { deckAlias } from '../../src/build/deck.js'

const [name, ...args] = process.argv.slice(2)
const { module } = await runnerImport(join(import.meta.dirname, `${name}.ts`), {
  root: join(import.meta.dirname, '../..'),
  configFile: false,
  resolve: { alias: deckAlias },
})
process.exitCode = await module.main(args)
