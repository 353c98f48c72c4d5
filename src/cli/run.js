// Node 20 does not read TypeScript: Vite's module runner, which is here for the build, does.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { deckAlias } from '../build/deck.js'

const { module } = await runnerImport(join(import.meta.dirname, 'main.ts'), {
  root: join(import.meta.dirname, '../..'),
  configFile: false,
  resolve: { alias: deckAlias },
})
process.exitCode = await module.main(process.argv.slice(2))
