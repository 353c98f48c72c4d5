import { spawn } from 'node:child_process'

/** What decides whether a browser can be opened, and with which program. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether standard output is a terminal rather than a pipe or a file. */
  readonly isTerminal: boolean
}

/** A program and its arguments; with `verbatim`, Node must not add quotes on Windows. */
export interface Opener {
  readonly file: string
  readonly args: readonly string[]
  readonly verbatim?: boolean
}

/** Whether this is Linux in Windows (WSL), where Windows programs can be started. */
const isInsideWindows = ({ platform, env }: Surroundings): boolean =>
  platform === 'linux' && !!env.WSL_INTEROP

/** Whether somebody at this machine would see a browser that opens. */
export function canOpenBrowser(surroundings: Surroundings): boolean {
  const { platform, env, isTerminal } = surroundings
  // Over SSH, the window would open on the remote machine.
  if (!isTerminal || env.CI || env.SSH_CONNECTION) return false
  if (platform === 'darwin' || platform === 'win32' || isInsideWindows(surroundings)) return true
  return !!(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The command that opens an http(s) address in the system's default browser. */
export function openerFor(url: string, surroundings: Surroundings): Opener {
  if (surroundings.platform === 'darwin') return { file: 'open', args: [url] }
  // `start` takes its first quoted argument as a window title. Within quotes, cmd does not
  // interpret & and ^.
  if (surroundings.platform === 'win32') {
    return { file: 'cmd.exe', args: ['/d', '/s', '/c', `"start "" "${url}""`], verbatim: true }
  }
  // WSL adds quotes only around arguments with spaces, so & and ^ are escaped for cmd.
  if (isInsideWindows(surroundings)) {
    return { file: 'cmd.exe', args: ['/d', '/c', 'start', url.replace(/[&^]/g, '^$&')] }
  }
  return { file: 'xdg-open', args: [url] }
}

/** The address for a browser on this machine: a loopback one if there is one. */
export const nearestOf = (addresses: readonly string[]): string | undefined =>
  addresses.find((address) => /\/\/(127\.|\[::1\])/.test(address)) ?? addresses[0]

/** The surroundings of this process. */
export const here = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  isTerminal: process.stdout.isTTY,
})

/**
 * Opens an address in the default browser, which keeps running after this process. Failures are
 * ignored, because the address is printed too.
 */
export function openBrowser(url: string, surroundings = here()): void {
  const { file, args, verbatim = false } = openerFor(url, surroundings)
  const child = spawn(file, args, {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    windowsVerbatimArguments: verbatim,
  })
  child.on('error', () => undefined)
  child.unref()
}
