// JavaScript, because it is needed before the commands are compiled.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** The operating system's error codes, in Vietnamese. */
export const refusals = {
  EACCES: 'không có quyền',
  EBUSY: 'chương trình khác đang dùng',
  EDQUOT: 'hết hạn mức đĩa',
  EEXIST: 'ở đó đã có rồi',
  EFBIG: 'tệp lớn quá',
  EFTYPE: 'đó không phải là tệp',
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
  ETIMEDOUT: 'đĩa không trả lời',
  EXDEV: 'nơi ấy nằm trên đĩa khác',
}

/** Whether the system gave a program no memory. */
export const lacksMemory = (error) => /out of memory|allocation failed/i.test(String(error))

/** What to say then, and what to do. */
export const memoryWords = ['Máy không đủ bộ nhớ.', 'Đóng bớt chương trình, rồi chạy lại lệnh.']

/**
 * The operating system's code of an error. A recursive mkdir reports ENOENT for what it does not
 * know, such as a read-only disk: then the first missing folder is asked for alone.
 */
export function codeOf({ code, syscall, path }) {
  if (code !== 'ENOENT' || syscall !== 'mkdir' || !path) return code
  let missing = path
  while (dirname(missing) !== missing && !existsSync(dirname(missing))) missing = dirname(missing)
  try {
    mkdirSync(missing)
    return code
  } catch (error) {
    return error.code
  }
}
