// As in src/cli/run.js: Node 20 does not run TypeScript.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport(join(import.meta.dirname, 'relay.ts'), {
  root: join(import.meta.dirname, '../../..'),
  configFile: false,
})
await module.run(...process.argv.slice(2))
