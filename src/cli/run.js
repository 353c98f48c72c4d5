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
const { codeOf, lacksMemory, memoryWords, refusals } = await import('./refusals.js')

/** Prints what nobody has caught, and returns the exit code; the commands say more. */
let reportUncaught = (error) => {
  if (lacksMemory(error)) console.error(`Lỗi: ${memoryWords.join('\n')}`)
  else console.error('Lỗi: Chương trình có lỗi.\nChạy lại lệnh.\nChi tiết:', error)
  return lacksMemory(error) ? 3 : 1
}
// What a library throws outside of every call, such as where the system gives it no memory.
process.on('uncaughtException', (error) => process.exit(reportUncaught(error)))

const { loadProgram, placeInDeck } = await import('./compile.js')

/** What says that a file could not be written. */
const unwritten = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EEXIST', 'ENOTDIR'])

/**
 * Loads the commands. Prints the place of a mistake, most likely in a slide that is being edited.
 */
async function read() {
  try {
    return await loadProgram('src/cli/main.ts')
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    // A `DeckError`: see `checkDeck`.
    if (error.hint) {
      console.error(`Lỗi: ${error.message}\n${error.hint}`)
      process.exit(error.exitCode)
    }
    const code = codeOf(error)
    if (error.syscall && unwritten.has(code)) {
      const place = error.path ? `“${error.path}”` : 'tệp'
      console.error(`Lỗi: Không ghi được ${place}: ${refusals[code]}.`)
      console.error('Kiểm tra chỗ trống và quyền trên đĩa, rồi chạy lại lệnh.')
      process.exit(3)
    }
    console.error(await wordsFor(error))
    process.exit(2)
  }
}

/** What is wrong with the sources, where, and what to do. */
async function wordsFor(error) {
  // The bundler draws the place with colours and frames; its first line says what is wrong.
  const text = stripVTControlCharacters((error.errors?.[0] ?? error).message).trim()
  const detail = text.split('\n')[0].replace(/^\[\S+\] /, '')
  const [, unread] = /Could not load (.+)/.exec(text) ?? []
  if (unread && text.includes('UTF-8')) {
    return `Lỗi: Tệp “${unread}” không phải dạng UTF-8.\nLưu lại tệp ấy dạng UTF-8.`
  }
  if (unread) {
    // The reason stands under the line that imports the file.
    const [, why = detail] = /╰─+ (.+)/.exec(text) ?? []
    return `Lỗi: Không đọc được “${unread}”.\nKiểm tra quyền đọc tệp ấy, rồi chạy lại lệnh.\nChi tiết: ${why}`
  }
  if (/native binding/.test(text) || error.code === 'MODULE_NOT_FOUND') {
    return 'Lỗi: Các gói đã cài thiếu phần cần cho máy này.\nXoá thư mục node_modules, rồi chạy npm ci trên máy này, không có --omit=optional.'
  }
  if (/export named 'deck'/.test(text)) {
    return 'Lỗi: Tệp của bộ trang chiếu không có “export const deck”.\nXem slides/deck.ts để viết theo.'
  }
  const [, named, at] = /\[ (.+):(\d+):\d+ \]/.exec(text) ?? []
  // What a slide throws has no place in its message, and neither has an export that is missing.
  const thrown = named ? undefined : await placeInDeck(error).catch(() => undefined)
  const file = named ?? thrown?.file
  return file
    ? `Lỗi: Không đọc được “${file}”, dòng ${at ?? thrown?.line}.\nSửa chỗ ấy rồi chạy lại lệnh.\nChi tiết: ${detail}`
    : `Lỗi: Không đọc được các tệp của bộ trang chiếu.\nXem lại tệp vừa sửa, rồi chạy lại lệnh.\nChi tiết: ${detail}`
}

const { main, report, inputs } = await read()
reportUncaught = report
const done = main(process.argv.slice(2), inputs)
process.off('SIGHUP', hangUp)
if (hungUp) process.emit('SIGHUP')
process.exitCode = await done
