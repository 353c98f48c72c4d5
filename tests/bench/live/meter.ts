import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answerCalls } from './child.ts'

/** What a server is started with; port 0 is any free one, state that survives is in `folder`. */
export interface Asked {
  readonly port: number
  readonly viewers: number
  readonly folder: string
  readonly tls: boolean
  readonly trustProxy: boolean
}

/** A server's port, and what its presenter needs. */
export interface Started {
  readonly port: number
  readonly code?: string
}

/** CPU time since a server's start, and its event loop's longest block since the last call, in ms; kB. */
export type Used = Readonly<Record<'cpu' | 'stall' | 'memory', number>>

/** How often the event loop's delay is sampled, in ms. */
const resolution = 5

/** Runs a server whose use of resources its parent can ask for. */
export function meter(make: (asked: Asked) => Promise<{ server: Server; code?: string }>): void {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  answerCalls({
    async start(asked: Asked): Promise<Started> {
      const { server, ...others } = await make(asked)
      const at = { port: asked.port, host: '127.0.0.1', backlog: 16_384 }
      await once(server.listen(at), 'listening')
      // A listening TCP server always has an address of this form.
      return { port: (server.address() as AddressInfo).port, ...others }
    },
    used(): Used {
      const { user, system } = process.cpuUsage()
      const stall = Math.max(delay.max / 1e6 - resolution, 0)
      delay.reset()
      return { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 1024, stall }
    },
  })
}
