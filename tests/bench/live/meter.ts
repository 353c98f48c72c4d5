import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answerCalls } from './calls.ts'

/** What a server is started with. */
export interface Asked {
  /** 0 for any. */
  readonly port: number
  readonly viewers: number
  /** A folder for what is to survive. */
  readonly folder: string
}

/** Where a server is, and what its presenter has to know. */
export interface Started {
  readonly port: number
  readonly code?: string
}

/** What a server has used: milliseconds since its start, kilobytes now. */
export interface Used {
  readonly cpu: number
  readonly memory: number
  /** The longest that its event loop stood still since it was last asked. */
  readonly stall: number
}

/** How often the event loop is looked at, in milliseconds. */
const resolution = 5

/** Runs a server that tells what it uses when it is asked. */
export function meter(start: (asked: Asked) => Promise<Started>): void {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  answerCalls({
    start,
    used(): Used {
      const { user, system } = process.cpuUsage()
      const stall = Math.max(delay.max / 1e6 - resolution, 0)
      delay.reset()
      return { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 1024, stall }
    },
  })
}

/** Has a server listen, and tells where. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: '127.0.0.1', backlog: 4096 })
  await once(server, 'listening')
  // A listening TCP server always has an address of this form.
  return (server.address() as AddressInfo).port
}
