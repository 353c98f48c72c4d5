import { rename, rm, writeFile } from 'node:fs/promises'
import { tidily } from './scratch.ts'

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

/**
 * Writes several files that belong together: all of them, or, where the disk refuses one, none. Ctrl+C
 * leaves nothing half-written.
 */
export const writeAll = (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> =>
  tidily(async (claim) => {
    const parts = Object.entries(files).map(
      ([path, content]) => [path, `${path}.${process.pid}.part`, content] as const,
    )
    for (const [, part, content] of parts) {
      claim(part)
      await writeFile(part, content)
    }
    for (const [path, part] of parts) await rename(part, path)
  })
