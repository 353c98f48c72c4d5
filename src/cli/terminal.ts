import { closeSync, fstatSync } from 'node:fs'
import { isatty } from 'node:tty'

/** How often a server looks whether npm is still there, in milliseconds. */
const look = 1000

function isPipe(fd: number): boolean {
  try {
    return fstatSync(fd).isFIFO()
  } catch {
    // Closed from the beginning.
    return false
  }
}

let minding = false
let hungUp = Number.NEGATIVE_INFINITY

/** How this process ends when its terminal goes away: as any other, unless it has more to do. */
let end = (): void => {
  process.removeAllListeners('SIGHUP')
  process.kill(process.pid, 'SIGHUP')
}

/**
 * Has a command outlive its terminal where it was asked to, and end with it otherwise. Node forgets
 * that `nohup` asked; what is left of it is that nothing is written to a terminal, nor to a pipe beside one.
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
  // What can no longer be said is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  // As it ends, Node restores each terminal that it began with, and aborts where one is gone.
  process.on('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd)
  })
}

/** How long a server that was stopped may take to end, in milliseconds. */
const grace = 3000

/** Stops a server once, whatever asks for it: a key, a signal, a terminal or an npm that is gone. */
export function endWith(stop: () => void): void {
  let ending = false
  end = () => {
    if (ending) return
    ending = true
    stop()
    // A library that still tries to reach another server would hold this one for good.
    setTimeout(() => process.exit(), grace).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    // npm passes some signals on and dies of others; of a hang-up this process was told itself.
    setTimeout(() => {
      if (performance.now() - hungUp > 3 * look) end()
    }, look)
  }, look).unref()
}
