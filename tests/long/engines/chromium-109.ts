import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '../../support/playwright.ts'
import { fetched } from '../fetched.ts'
import type { Engine } from './engine.ts'
import { engineOf, oneContext } from './pages.ts'

/** Unpacks into the system's temporary folder, and trusts what it finds there: it gets another. */
const unpack = (folder: string) =>
  promisify(execFile)(process.execPath, ['-e', `require('@sparticuz/chromium').executablePath()`], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
  })

/** The last Chromium for Windows 7 and 8.1. */
export const chromium109 = (): Promise<Engine> =>
  engineOf(async (downloadsPath) => {
    const folder = await fetched('chromium-109', '@sparticuz/chromium@109.0.6', unpack)
    const executablePath = join(folder, 'chromium')
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
