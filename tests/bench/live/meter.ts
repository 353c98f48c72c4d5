import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answerCalls } from './calls.ts'

/** What a server is started with. */
export interface Asked {
  /** 0 for any free port. */
  readonly port: number
  readonly viewers: number
  /** A folder for state that has to survive a restart. */
  readonly folder: string
}

/** A server's port, and what its presenter needs. */
export interface Started {
  readonly port: number
  readonly code?: string
}

/** What a server has used: CPU time since its start in ms, memory now in kB. */
export interface Used {
  readonly cpu: number
  readonly memory: number
  /** The longest block of its event loop since the last call, in ms. */
  readonly stall: number
}

/** How often the event loop's delay is sampled, in ms. */
const resolution = 5

/** Runs a server whose use of resources its parent can ask for. */
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

/** Makes a server listen on a port, and returns the port. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: '127.0.0.1', backlog: 4096 })
  await once(server, 'listening')
  // A listening TCP server always has an address of this form.
  return (server.address() as AddressInfo).port
}
