import { spawn } from 'node:child_process'

/** What decides whether a browser can be opened, and by which program. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether standard output is a terminal, and not a pipe or a file. */
  readonly isTerminal: boolean
}

/** A program with its arguments; `verbatim` where Windows must get them without more quotes. */
export interface Opener {
  readonly file: string
  readonly args: readonly string[]
  readonly verbatim?: boolean
}

/** Linux inside Windows (WSL), from where programs of Windows can be started. */
const isInsideWindows = ({ platform, env }: Surroundings): boolean =>
  platform === 'linux' && !!env.WSL_INTEROP

/** Whether somebody sits at a screen of this machine who would see a browser open. */
export function canOpenBrowser(surroundings: Surroundings): boolean {
  const { platform, env, isTerminal } = surroundings
  // Over SSH the window would open where nobody looks.
  if (!isTerminal || env.CI || env.SSH_CONNECTION) return false
  if (platform === 'darwin' || platform === 'win32' || isInsideWindows(surroundings)) return true
  return !!(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The program that shows an http(s) address in the usual browser of each system. */
export function openerFor(url: string, surroundings: Surroundings): Opener {
  if (surroundings.platform === 'darwin') return { file: 'open', args: [url] }
  // The first quoted word of `start` is a window's title. Between quotes cmd leaves & and ^ alone.
  if (surroundings.platform === 'win32') {
    return { file: 'cmd.exe', args: ['/d', '/s', '/c', `"start "" "${url}""`], verbatim: true }
  }
  // Here WSL quotes, and only what has a space in it: cmd would end the command at an &.
  if (isInsideWindows(surroundings)) {
    return { file: 'cmd.exe', args: ['/d', '/c', 'start', url.replace(/[&^]/g, '^$&')] }
  }
  return { file: 'xdg-open', args: [url] }
}

/** The address for a browser on this machine: one that leads no further, where there is one. */
export const nearestOf = (addresses: readonly string[]): string | undefined =>
  addresses.find((address) => /\/\/(127\.|\[::1\])/.test(address)) ?? addresses[0]

/** This machine, as it is. */
export const here = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  isTerminal: process.stdout.isTTY,
})

/**
 * Opens an address in the usual browser, which outlives this process. Where that fails nothing is
 * said: the address is printed too.
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
