import { rename, rm, writeFile } from 'node:fs/promises'

/** Writes a file beside its place first: whoever reads it meanwhile gets all of the old or the new. */
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
