// Node 20 does not read TypeScript: Vite's module runner, which is here for the build, does.
import './ready.js'
import { join, relative } from 'node:path'

// What outlives its terminal is asked by one that goes away at once, as it does after nohup: how
// this ends is known only when the commands are read.
let hungUp = false
const hangUp = () => {
  hungUp = true
}
process.on('SIGHUP', hangUp)

// Not before it is known that they are there.
const { runnerImport } = await import('vite')
const { reading } = await import('../build/deck.js')

/** The commands; what is being written may not be readable yet, slides above all. */
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
