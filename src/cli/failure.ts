import { getSystemErrorMap, styleText } from 'node:util'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'
import { asRecord } from '../model/record.ts'
import { codeOf, lacksMemory, memoryWords, refusals } from './refusals.js'

/** The numbers of the commonest errors on Windows. */
const onWindows: Readonly<Record<number, string>> = {
  2: 'ENOENT',
  3: 'ENOENT',
  5: 'EACCES',
  32: 'EBUSY',
  112: 'ENOSPC',
}

/**
 * The operating system's code of an error; undefined if it has none. Vite's bundler reports it in a
 * field or a text of its own.
 */
function codeIn(error: unknown): string | undefined {
  const { code, pluginCode, syscall, path, message } = asRecord(error)
  if (typeof pluginCode === 'string') return pluginCode
  if (typeof syscall === 'string' && typeof code === 'string') {
    return codeOf({ code, syscall, path: typeof path === 'string' ? path : undefined })
  }
  const number = Number(/\(os error (\d+)\)/.exec(String(message))?.[1])
  return process.platform === 'win32' ? onWindows[number] : getSystemErrorMap().get(-number)?.[0]
}

/** Says what the operating system refused; undefined if the error is another one. */
export function refusalOf(error: unknown): string | undefined {
  const code = codeIn(error)
  return code && (refusals[code] ?? (/^E[A-Z\d]+$/.test(code) ? `hệ thống báo ${code}` : undefined))
}

/**
 * A line about the cause of a failure, marked as a detail, because other programs' messages may be
 * in English.
 */
function detailOf(cause: Error): string {
  const refusal = refusalOf(cause)
  // A browser's message may fill pages; its first line says what happened.
  return `Chi tiết: ${refusal ? `${refusal}.` : cause.message.split('\n')[0]}`
}

/**
 * Prints why a command failed, and returns its exit code. People see a message and a hint; a stack
 * appears only for our own mistakes.
 */
export function report(error: unknown): ExitCode {
  const { message, hint, cause, exitCode } = told(error)
  console.error(styleText('red', `Lỗi: ${message}`))
  console.error(hint)
  if (cause instanceof Error) console.error(styleText('dim', detailOf(cause)))
  // A mistake of this program: its stack helps to repair it.
  if (exitCode === exitCodes.fault) console.error('Chi tiết:', error)
  return exitCode
}

/** Turns anything thrown into an error with a message and a hint in Vietnamese. */
function told(error: unknown): DeckError {
  if (error instanceof DeckError) return error
  // Vite wraps what its plugins throw. A module loaded by another module runner has a `DeckError`
  // class of its own, so the name is compared.
  const { errors, cause } = asRecord(error)
  const all: readonly unknown[] = [error, ...(Array.isArray(errors) ? errors : []), cause]
  for (const inner of all) {
    if (inner instanceof Error && inner.name === 'DeckError') {
      // Not `instanceof DeckError`: a module that was loaded twice has two classes.
      const { message, hint, exitCode } = inner as DeckError
      return new DeckError(message, hint, { exitCode, cause: inner.cause })
    }
  }
  if (all.some(lacksMemory)) return new DeckError(...memoryWords)
  for (const inner of all) {
    const refusal = refusalOf(inner)
    if (!refusal) continue
    // Of a file that is put in place, its own name, not that of its part.
    const { path, dest } = asRecord(inner)
    const name = dest ?? path
    return new DeckError(
      `Không đọc hay ghi được${name ? ` “${name}”` : ' tệp'}: ${refusal}.`,
      dest
        ? 'Nếu tệp ấy đang mở trong chương trình khác thì đóng lại, rồi chạy lại lệnh.'
        : 'Kiểm tra chỗ trống và quyền trên đĩa, rồi chạy lại lệnh.',
    )
  }
  return new DeckError(
    'Chương trình có lỗi.',
    'Chạy lại lệnh; nếu vẫn lỗi, gửi phần dưới đây cho người phụ trách kỹ thuật.',
    { exitCode: exitCodes.fault },
  )
}
