import { asRecord } from '../model/record.ts'

/** Whether a process runs on this machine, even one of another user. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process exists, but belongs to another user.
    return asRecord(error).code === 'EPERM'
  }
}
