import { getSystemErrorMap, styleText } from 'node:util'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'
import { asRecord } from '../model/record.ts'

/** What the system calls its refusals. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền',
  EBUSY: 'chương trình khác đang dùng',
  EDQUOT: 'hết hạn mức đĩa',
  EEXIST: 'ở đó đã có rồi',
  EIO: 'đĩa hỏng hoặc đã bị tháo',
  EISDIR: 'đó là thư mục',
  ELOOP: 'liên kết dẫn vòng quanh',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
  ENAMETOOLONG: 'đường dẫn dài quá',
  ENOENT: 'không có tệp hay thư mục ấy',
  ENOSPC: 'đĩa hết chỗ',
  ENOTDIR: 'có phần của đường dẫn không phải là thư mục',
  EPERM: 'không được phép',
  EROFS: 'đĩa chỉ đọc được',
  EXDEV: 'nơi ấy nằm trên đĩa khác',
}

/** What Windows calls the commonest of them, by its own numbers. */
const onWindows: Readonly<Record<number, string>> = {
  2: 'ENOENT',
  3: 'ENOENT',
  5: 'EACCES',
  32: 'EBUSY',
  112: 'ENOSPC',
}

/** What the system calls a failure. A bundler has words of its own around the system's. */
function codeOf(error: unknown): string | undefined {
  const { code, pluginCode, syscall, message } = asRecord(error)
  if (typeof pluginCode === 'string') return pluginCode
  if (typeof syscall === 'string' && typeof code === 'string') return code
  const number = Number(/\(os error (\d+)\)/.exec(String(message))?.[1])
  return process.platform === 'win32' ? onWindows[number] : getSystemErrorMap().get(-number)?.[0]
}

/** What the system refused, if it was the system. */
function refusalOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code && (refusals[code] ?? (/^E[A-Z\d]+$/.test(code) ? `hệ thống báo ${code}` : undefined))
}

/** What lies below a failure; what other programs say of it is theirs, and marked as such. */
function detailOf(cause: Error): string {
  const refusal = refusalOf(cause)
  // A browser's complaint goes on for pages; its first line says what happened.
  return `Chi tiết: ${refusal ? `${refusal}.` : cause.message.split('\n')[0]}`
}

/** Says why a command failed and returns its exit code; people see a message and a hint, never a stack. */
export function report(error: unknown): ExitCode {
  const { message, hint, cause, exitCode } = told(error)
  console.error(styleText('red', `Lỗi: ${message}`))
  console.error(hint)
  if (cause instanceof Error) console.error(styleText('dim', detailOf(cause)))
  // Ours: whoever mends it needs all of it.
  if (exitCode === exitCodes.fault) console.error('Chi tiết:', error)
  return exitCode
}

/** A failure in the words of people, whatever was thrown. */
function told(error: unknown): DeckError {
  if (error instanceof DeckError) return error
  // A bundler gathers what its plugins throw; slides, read anew, have classes of their own.
  const { errors, cause } = asRecord(error)
  const all: readonly unknown[] = [error, ...(Array.isArray(errors) ? errors : []), cause]
  for (const inner of all) {
    if (inner instanceof Error && inner.name === 'DeckError') {
      // Not `instanceof DeckError`: a module that was loaded twice has two classes.
      const { message, hint, exitCode } = inner as DeckError
      return new DeckError(message, hint, { exitCode, cause: inner.cause })
    }
  }
  for (const inner of all) {
    const refusal = refusalOf(inner)
    if (!refusal) continue
    const { path } = asRecord(inner)
    return new DeckError(
      `Không đọc hay ghi được${path ? ` “${path}”` : ' tệp'}: ${refusal}.`,
      'Kiểm tra chỗ trống và quyền trên đĩa, rồi chạy lại lệnh.',
    )
  }
  return new DeckError(
    'Chương trình có lỗi.',
    'Chạy lại lệnh; nếu vẫn lỗi, gửi phần dưới đây cho người phụ trách kỹ thuật.',
    { exitCode: exitCodes.fault },
  )
}
