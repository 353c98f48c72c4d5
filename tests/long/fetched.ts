import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const cache = join(import.meta.dirname, '../../node_modules/.cache/bao-cao-vien')

/**
 * Installs a package that only long tests need into a folder of its own, whole or not at all, and
 * returns the folder. `prepare` works in it before it counts as whole.
 */
export async function fetched(
  name: string,
  wanted: string,
  prepare: (folder: string) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const part = await mkdtemp(`${folder}-`)
  try {
    await writeFile(join(part, 'package.json'), '{"private":true}')
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', wanted], { cwd: part })
    await prepare(part)
    await rename(part, folder)
  } catch (cause) {
    await rm(part, { recursive: true, force: true })
    // Another suite, which runs beside this one, has put the same there meanwhile.
    if (existsSync(folder)) return folder
    throw new Error(`${wanted} could not be had from the npm registry.`, { cause })
  }
  return folder
}
