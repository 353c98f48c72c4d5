// Loads the commands with Vite's module runner, because Node 20 does not run TypeScript.
import './ready.js'
import { join, relative } from 'node:path'

// Notes a hang-up that comes while the commands load: only they know whether to end then (see
// `mindTerminal`). Started with nohup, a terminal may close at once.
let hungUp = false
const hangUp = () => {
  hungUp = true
}
process.on('SIGHUP', hangUp)

// Imported only after `ready.js` has checked that the package is installed.
const { runnerImport } = await import('vite')
const { reading } = await import('../build/deck.js')

/**
 * Loads the commands. Prints the place of a syntax error, most likely in a slide that is being
 * edited.
 */
async function read() {
  try {
    return await runnerImport(join(import.meta.dirname, 'main.ts'), reading)
  } catch (error) {
    const { loc } = error.errors?.[0] ?? error
    const place = loc ? `“${relative('.', loc.file)}”, dòng ${loc.line}` : 'mã của bộ trang chiếu'
    console.error(`Lỗi: Không đọc được ${place}.\nSửa chỗ ấy rồi chạy lại lệnh.`)
    console.error(`Chi tiết: ${error.message.trim()}`)
    process.exit(2)
  }
}

const { module } = await read()
const done = module.main(process.argv.slice(2))
process.off('SIGHUP', hangUp)
if (hungUp) process.emit('SIGHUP')
process.exitCode = await done
