import { closeSync, fstatSync } from 'node:fs'
import { isatty } from 'node:tty'
import { leave } from '../system/leave.ts'
import { stopWork } from '../system/scratch.ts'

/** How often a server checks whether npm is still running, in milliseconds. */
const look = 1000

function isPipe(fd: number): boolean {
  try {
    return fstatSync(fd).isFIFO()
  } catch {
    // The descriptor was closed before this process started.
    return false
  }
}

let minding = false
let hungUp = Number.NEGATIVE_INFINITY

/**
 * Ends this process when its terminal is closed: as Ctrl+C does, unless a server has replaced this
 * function.
 */
let end = (): void => stopWork('SIGHUP')

/**
 * Lets a command survive the closing of its terminal if it was started with `nohup`, and ends it
 * otherwise. Node resets the ignored SIGHUP by which `nohup` works, so its use is deduced: neither
 * output is a terminal, and standard output is no pipe while standard input is a terminal.
 */
export function mindTerminal(): void {
  if (minding) return
  minding = true
  const terminals = [0, 1, 2].filter((fd) => isatty(fd))
  const spoken = terminals.some((fd) => fd > 0 || isPipe(1))
  process.on('SIGHUP', () => {
    hungUp = performance.now()
    if (spoken) end()
  })
  // A closed output must not end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  // On exit, Node restores the settings of each terminal that it started with, and aborts if one is
  // gone.
  process.on('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd)
  })
}

/** How long a server may take to stop before the process is ended, in milliseconds. */
const grace = 3000

/**
 * Calls `stop` once, on whichever comes first: Ctrl+C, SIGTERM, the end of the terminal, or the end
 * of npm.
 */
export function endWith(stop: () => void): void {
  let ending = false
  end = () => {
    if (ending) return
    ending = true
    stop()
    // A library that keeps reconnecting to another server would keep the process running, and so would
    // a disk that does not answer.
    setTimeout(() => leave(0, 'SIGTERM'), grace).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  if (!/^(start|dev)$/.test(process.env.npm_lifecycle_event ?? '')) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    // npm forwards some signals and dies of others. After a hang-up this process got the signal
    // itself and has decided.
    setTimeout(() => {
      if (performance.now() - hungUp > 3 * look) end()
    }, look)
  }, look).unref()
}
