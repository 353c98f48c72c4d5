/**
 * Ends this process with an exit code, after what listens for its exit. Node then waits for what it has
 * asked of the disk, and a disk may never answer: if anything is open, `signal` ends it.
 */
export function leave(code: number, signal: NodeJS.Signals): void {
  process.once('exit', () => {
    if (!process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))) return
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  process.exit(code)
}
