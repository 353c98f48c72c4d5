// Compiled as the commands are, because Node 20 does not run TypeScript.
import { loadProgram } from '../../src/cli/compile.js'

const [name, ...args] = process.argv.slice(2)
const { main } = await loadProgram(`tests/bench/${name}.ts`)
process.exitCode = await main(args)
