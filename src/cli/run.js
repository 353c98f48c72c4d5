// Loads the commands, which are compiled first, because Node 20 does not run TypeScript.
import './ready.js'
import { stripVTControlCharacters } from 'node:util'

// Notes a hang-up that comes while the commands load: only they know whether to end then (see
// `mindTerminal`). Started with nohup, a terminal may close at once.
let hungUp = false
const hangUp = () => {
  hungUp = true
}
process.on('SIGHUP', hangUp)

// Imported only after `ready.js` has checked that the package is installed.
const { loadProgram } = await import('./compile.js')

/** What says that a file could not be written. */
const unwritten = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EEXIST', 'ENOTDIR'])

/**
 * Loads the commands. Prints the place of a syntax error, most likely in a slide that is being
 * edited.
 */
async function read() {
  try {
    return await loadProgram('src/cli/main.ts')
  } catch (error) {
    const { codeOf, refusals } = await import('./refusals.js')
    const code = codeOf(error)
    if (error.syscall && unwritten.has(code)) {
      const place = error.path ? `“${error.path}”` : 'tệp'
      console.error(`Lỗi: Không ghi được ${place}: ${refusals[code]}.`)
      console.error('Kiểm tra chỗ trống và quyền trên đĩa, rồi chạy lại lệnh.')
      process.exit(3)
    }
    // The bundler draws the place with colours and frames; its first line says what is wrong.
    const text = stripVTControlCharacters((error.errors?.[0] ?? error).message).trim()
    const [, file, line] = /\[ (.+):(\d+):\d+ \]/.exec(text) ?? []
    const [place, hint] = file
      ? [`“${file}”, dòng ${line}`, 'Sửa chỗ ấy rồi chạy lại lệnh.']
      : ['các tệp của bộ trang chiếu', 'Xem lại tệp vừa sửa, rồi chạy lại lệnh.']
    console.error(`Lỗi: Không đọc được ${place}.\n${hint}`)
    console.error(`Chi tiết: ${text.split('\n')[0].replace(/^\[\S+\] /, '')}`)
    process.exit(2)
  }
}

const { main, inputs } = await read()
const done = main(process.argv.slice(2), inputs)
process.off('SIGHUP', hangUp)
if (hungUp) process.emit('SIGHUP')
process.exitCode = await done
