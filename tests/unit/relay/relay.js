// As src/cli/run.js does: Node 20 does not read TypeScript.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport(join(import.meta.dirname, 'relay.ts'), {
  root: join(import.meta.dirname, '../../..'),
  configFile: false,
})
await module.run(...process.argv.slice(2))
