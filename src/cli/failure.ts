import { styleText } from 'node:util'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'

/** What the system calls its refusals. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền',
  EBUSY: 'chương trình khác đang dùng',
  EEXIST: 'ở đó đã có rồi',
  EISDIR: 'đó là thư mục',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
  ENOENT: 'không có tệp hay thư mục ấy',
  ENOSPC: 'đĩa hết chỗ',
  ENOTDIR: 'có phần của đường dẫn không phải là thư mục',
  EPERM: 'không được phép',
  EROFS: 'đĩa chỉ đọc được',
}

/** What the system refused, if it was the system. */
const refusalOf = (error: unknown): string | undefined =>
  refusals[(error as NodeJS.ErrnoException).code ?? '']

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
  const { errors, cause } = error as { errors?: readonly unknown[]; cause?: unknown }
  for (const inner of [...(errors ?? []), cause]) {
    if (inner instanceof Error && inner.name === 'DeckError') {
      const { message, hint, exitCode } = inner as DeckError
      return new DeckError(message, hint, { exitCode, cause: inner.cause })
    }
  }
  const refusal = refusalOf(error)
  if (refusal) {
    const { path } = error as NodeJS.ErrnoException
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
