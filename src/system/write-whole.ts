import { rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes to a temporary file and renames it: a concurrent reader sees all of the old or of the new.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
