import { readFileSync, statSync } from 'node:fs'

/**
 * Reads a file that somebody has named. Throws the system's error, and one like it for what is larger
 * than `most` bytes or no file at all: reading a pipe that nobody writes to, or a device without an
 * end, would take for ever.
 */
export function readNamed(path: string, most: number): Buffer {
  const stats = statSync(path)
  const code = stats.isDirectory()
    ? 'EISDIR'
    : !stats.isFile()
      ? 'EFTYPE'
      : stats.size > most
        ? 'EFBIG'
        : undefined
  if (code) throw Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'read', path })
  return readFileSync(path)
}
