import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { DeckError } from '../../model/error.ts'
import { lazyRequire } from '../../system/packages.ts'
import { tidily } from '../../system/scratch.ts'
import { writeWhole } from '../../system/write-whole.ts'

/** A browser to print and test with: its program, and what its surroundings must say. */
export interface BrowserProgram {
  readonly path: string
  readonly env?: Readonly<Record<string, string>>
}

/** What the search looks at; a test passes its own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly exists: (path: string) => boolean
  /** Unpacks the browser that comes with the packages, if it did. */
  readonly packed: () => Promise<BrowserProgram | undefined>
}

// A headless shell starts, opens a page and prints several times faster than a whole browser.
const shells = ['chromium-headless-shell', 'chrome-headless-shell']

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where commands of these names would stand. */
const onPath = ({ env }: Machine, commands: readonly string[]): readonly string[] => {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/** Where each system keeps whole browsers. */
function installed(machine: Machine): readonly string[] {
  const { env, platform } = machine
  const given = (...names: string[]) => names.flatMap((name) => env[name] ?? [])
  switch (platform) {
    case 'darwin':
      return ['/Applications', ...given('HOME').map((home) => `${home}/Applications`)].flatMap(
        (folder) => macApplications.map((application) => `${folder}/${application}`),
      )
    case 'win32':
      return given('PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA').flatMap((folder) =>
        windowsPrograms.map((program) => `${folder}\\${program}`),
      )
    default:
      return onPath(machine, browsers)
  }
}

/**
 * Finds a browser: the one named by CHROME_PATH, a headless shell that is installed, the one that is
 * packed, then a whole browser.
 */
export async function findBrowser(machine: Machine): Promise<BrowserProgram> {
  const named = machine.env.CHROME_PATH
  if (named) {
    if (machine.exists(named)) return { path: named }
    throw new DeckError(
      `CHROME_PATH trỏ tới “${named}”, nhưng ở đó không có tệp nào.`,
      'Sửa lại đường dẫn, hoặc bỏ biến CHROME_PATH để tự tìm trình duyệt.',
    )
  }
  const shell = onPath(machine, shells).find(machine.exists)
  if (shell) return { path: shell }
  const packed = await machine.packed()
  if (packed) return packed
  const path = installed(machine).find(machine.exists)
  if (path) return { path }
  throw new DeckError(
    'Không tìm thấy trình duyệt nào để in.',
    'Cài Chrome, Edge hoặc Chromium (trên Debian, Ubuntu: apt-get install chromium-headless-shell), hoặc chỉ rõ: CHROME_PATH=/đường/dẫn npm run pdf',
  )
}

const root = join(import.meta.dirname, '../../..')
const cache = join(root, 'node_modules/.cache/bao-cao-vien')

// The package unpacks its system libraries only where it believes itself in a cloud function.
const cloud = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }

const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/**
 * Where the packed browser finds its one font: the package's own file names folders of a cloud
 * function, and a Chromium without any font ends at the first letter that needs one.
 */
const fontConfiguration = (folder: string): string => {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${path}</dir>
  <cachedir>${path}/cache</cachedir>
</fontconfig>
`
}

/** Unpacks the optional package into a folder of its own, whole or not at all. */
async function unpackInto(folder: string, claim: (path: string) => void): Promise<void> {
  const part = await mkdtemp(`${folder}-`)
  claim(part)
  try {
    // It unpacks into the system's temporary folder, and trusts what it finds there: another one.
    const env = { ...process.env, ...cloud, TMPDIR: part }
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: root,
      env,
    })
    await rename(part, folder)
  } catch (cause) {
    // Another process was first; its folder is as good.
    if (existsSync(folder)) return
    throw new DeckError(
      'Không giải nén được trình duyệt đi kèm.',
      'Kiểm tra chỗ trống trên đĩa (cần 300 MB), rồi chạy npm ci lại.',
      { cause },
    )
  }
}

/** The browser that comes with the packages, unpacked the first time. */
async function packedChromium(): Promise<BrowserProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  if (!existsSync(join(root, 'node_modules/@sparticuz/chromium'))) return undefined
  const folder = join(cache, 'chromium-147')
  if (!existsSync(folder)) await tidily((claim) => unpackInto(folder, claim))
  await writeWhole(join(folder, 'fonts/fonts.conf'), fontConfiguration(join(folder, 'fonts')))
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  exists: existsSync,
  packed: packedChromium,
}

/** Starts a found browser without a window; the caller closes it. */
export async function launch({ path, env }: BrowserProgram): Promise<Browser> {
  const { chromium }: typeof import('playwright-core') = lazyRequire('playwright-core')
  try {
    return await chromium.launch({
      executablePath: path,
      args: ['--disable-gpu'],
      // Playwright's own type wants strings only; unset variables are left out.
      env: Object.fromEntries(
        Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
      timeout: 60_000,
    })
  } catch (cause) {
    throw new DeckError(
      `Trình duyệt “${path}” không khởi động được.`,
      'Cập nhật hoặc cài lại trình duyệt, hoặc chỉ rõ trình duyệt khác bằng CHROME_PATH.',
      { cause },
    )
  }
}
