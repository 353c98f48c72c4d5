import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Engine } from './engine.ts'
import { engineOf, oneContext } from './pages.ts'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../../../node_modules/.cache/bao-cao-vien')
const wanted = '@sparticuz/chromium@109.0.6'
const unpack = `require('@sparticuz/chromium').executablePath()`

/** Fetches the browser into a folder of its own, whole or not at all. */
async function fetched(): Promise<string> {
  const folder = join(cache, 'chromium-109')
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  const part = await mkdtemp(`${folder}-`)
  try {
    await writeFile(join(part, 'package.json'), '{"private":true}')
    await run('npm', ['install', '--no-audit', '--no-fund', wanted], { cwd: part })
    // It unpacks into the system's temporary folder, and trusts what it finds there: another one.
    await run(process.execPath, ['-e', unpack], {
      cwd: part,
      env: { ...process.env, TMPDIR: part },
    })
    await rename(part, folder)
  } catch (cause) {
    await rm(part, { recursive: true, force: true })
    // Another suite, which runs beside this one, has put the same there meanwhile.
    if (existsSync(program)) return program
    throw new Error(`${wanted} could not be had from the npm registry.`, { cause })
  }
  return program
}

/** The last Chromium for Windows 7 and 8.1. */
export const chromium109 = (): Promise<Engine> =>
  engineOf(async (downloadsPath) => {
    const executablePath = await fetched()
    try {
      const browser = await chromium.launch({
        executablePath,
        // Its other processes do not start on a machine of today.
        args: ['--single-process', '--no-zygote', '--disable-gpu'],
        downloadsPath,
        timeout: 60_000,
      })
      return await oneContext(browser)
    } catch (cause) {
      const hint = 'On Debian: apt-get install --no-install-recommends libnss3'
      throw new Error(`Chromium 109 does not start. ${hint}`, { cause })
    }
  })
