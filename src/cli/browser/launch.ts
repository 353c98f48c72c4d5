import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { DeckError } from '../../model/error.ts'
import { type Connection, connect, Unanswered } from './connection.ts'
import type { BrowserProgram } from './find-browser.ts'
import { shortOfRoom } from './room.ts'

/** A browser that runs without a window. */
export interface Browser extends Pick<Connection, 'call' | 'listen'> {
  /** The context in which its pages are opened. */
  readonly context: string
  /** Ends it, and removes its profile. */
  close(): Promise<void>
}

/**
 * Switches for a browser that only prints: no window, no profile that stays, nothing that it would
 * do on the network or in the background by itself.
 */
const switches = [
  '--headless',
  '--no-startup-window',
  '--remote-debugging-pipe',
  // In containers and as root, a sandbox often cannot start; only pages of this deck are opened.
  '--no-sandbox',
  '--disable-gpu',
  // Pages share two processes, and none is started in reserve: a tenth of the command's work.
  '--renderer-process-limit=2',
  // Shared memory may be too small in containers.
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-field-trial-config',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding,OptimizationHints',
  '--password-store=basic',
  '--use-mock-keychain',
  // On Windows, the browser would start itself anew, without the pipes.
  '--edge-skip-compat-layer-relaunch',
  '--do-not-de-elevate',
]

/** How much of what a browser says as it breaks is kept, in characters. */
const most = 2000

async function start({ path, env }: BrowserProgram): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'bao-cao-vien-browser-'))
  const child = spawn(path, [...switches, `--user-data-dir=${profile}`], {
    env: { ...process.env, ...env },
    // The pipes of the protocol have the numbers 3 and 4.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group, with which its other processes end too. Ctrl+C does not reach it: this
    // process ends it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const exited = once(child, 'exit').catch(() => undefined)
  // As `stdio` says above.
  const [, , , to, from] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, most)
  })
  const kill = () => {
    try {
      if (process.platform === 'win32' || !child.pid) child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  process.once('exit', kill)
  const connection = connect(to, from)
  child.once('error', connection.end)
  const close = async () => {
    kill()
    await exited
    process.off('exit', kill)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const { browserContextId } = await connection.call('Target.createBrowserContext', {
      disposeOnDetach: true,
    })
    return { ...connection, context: browserContextId, close }
  } catch (cause) {
    await close()
    throw complaint ? new Error(complaint.trim(), { cause }) : cause
  }
}

/** Whether a browser did not answer, with or without words of its own. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof Unanswered || (error instanceof Error && error.cause instanceof Unanswered)

/**
 * Starts a browser without a window, once more if it breaks as it starts, which one in some hundreds
 * does; the caller closes it. It ends with this process in any case. Throws a `DeckError` if it does
 * not start.
 */
export const launch = (program: BrowserProgram): Promise<Browser> =>
  start(program)
    .catch((error) => {
      // One that does not answer would take its time once more.
      if (isUnanswered(error)) throw error
      return start(program)
    })
    .catch(async (cause) => {
      throw (
        (await shortOfRoom(cause)) ??
        new DeckError(
          `Trình duyệt “${program.path}” không khởi động được.`,
          'Cập nhật hoặc cài lại trình duyệt, hoặc chỉ rõ trình duyệt khác bằng CHROME_PATH.',
          { cause },
        )
      )
    })
