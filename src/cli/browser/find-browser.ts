import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, realpath, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { DeckError } from '../../model/error.ts'
import { tidily } from '../../system/scratch.ts'
import { writeWhole } from '../../system/write-whole.ts'

/**
 * A browser to print and test with: the path of its program, and the environment variables it
 * needs.
 */
export interface BrowserProgram {
  readonly path: string
  readonly env?: Readonly<Record<string, string>>
}

/** What the search for a browser depends on; tests pass their own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly exists: (path: string) => boolean
  /** Unpacks the browser that is installed as an npm package; undefined if it is not. */
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

/** The paths at which commands would be found. */
const onPath = ({ env }: Machine, commands: readonly string[]): readonly string[] => {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/** The paths of full browsers on each system. */
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
 * Finds a browser, in this order: the one named by CHROME_PATH, an installed headless shell, the
 * one in an npm package, an installed full browser. Throws a `DeckError` if there is none.
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

// The package unpacks its system libraries only if it seems to run in a cloud function.
const cloud = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }

const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/**
 * The fontconfig file of the packed browser. The package's own names folders of a cloud function,
 * and Chromium without any font crashes at the first letter that needs one.
 */
const fontConfiguration = (folder: string): string => {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${path}/fonts</dir>
  <cachedir>${path}/fonts/cache</cachedir>
</fontconfig>
`
}

/** Writes a file unless it has this content: browsers that run notice a file that is replaced. */
async function ensure(path: string, content: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before !== content) await writeWhole(path, content)
}

/** Unpacks the optional package into a folder, in one step. */
async function unpackInto(folder: string, claim: (path: string) => void): Promise<void> {
  const part = await mkdtemp(`${folder}-`)
  claim(part)
  try {
    // The package unpacks into the temporary folder, and uses whatever files it finds there: it
    // gets an empty one.
    const env = { ...process.env, ...cloud, TMPDIR: part }
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: root,
      env,
    })
    // A temporary folder is open to who made it only; others may print from this checkout too.
    await chmod(part, 0o755)
    await rename(part, folder)
  } catch (cause) {
    // Another process was faster; its folder has the same content.
    if (existsSync(folder)) return
    throw new DeckError(
      'Không giải nén được trình duyệt đi kèm.',
      'Kiểm tra chỗ trống trên đĩa (cần 300 MB), rồi chạy npm ci lại.',
      { cause },
    )
  }
}

/**
 * The browser in the npm package, unpacked on first use. The package supports Linux on x64 only.
 */
async function packedChromium(): Promise<BrowserProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  if (!existsSync(join(root, 'node_modules/@sparticuz/chromium'))) return undefined
  const folder = join(cache, 'chromium-147')
  if (!existsSync(join(folder, 'chromium'))) {
    // Something has removed a part of it.
    await rm(folder, { recursive: true, force: true })
    await tidily((claim) => unpackInto(folder, claim))
  }
  // Checkouts may share the folder through links; the file has to hold for all of them.
  await ensure(join(folder, 'fonts/fonts.conf'), fontConfiguration(await realpath(folder)))
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** The machine that this program runs on. */
export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  exists: existsSync,
  packed: packedChromium,
}
