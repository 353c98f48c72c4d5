import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figures } from '../results.ts'
import { scratch } from '../scratch.ts'
import type { Opened } from './audience.ts'
import { Child } from './child.ts'
import type { Asked, Started, Used } from './meter.ts'
import { startNginx } from './nginx.ts'

/** Where the programs are built that `drive` runs. */
export const place = join(scratch, 'live')

/** The number of changes to measure, and of those before, for warming up. */
const changes = { warm: 3, counted: 12 }

/** Measures one server with one number of viewers, from its start to its end. */
export async function drive(name: string, viewers: number): Promise<Figures> {
  const folder = await mkdtemp(join(place, 'state-'))
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true })]
  const child = (program: string) => {
    const made = new Child(join(place, `${program}.js`))
    ends.unshift(() => made.kill())
    return made
  }
  const isProxied = name === 'nginx' || name === 'h2'
  const program = name === 'tls' || isProxied ? 'ours' : name
  const asked: Asked = { port: 0, viewers, folder, tls: name === 'tls', trustProxy: isProxied }
  try {
    let server = child(program)
    const started = await server.call<Started>('start', asked)
    const front = isProxied ? await startNginx(folder, started.port, viewers) : undefined
    if (front) ends.unshift(front.stop)
    const used = () => server.call<Used>('used')
    const audience = child('audience')
    const lacking = () => audience.call<number>('lacking')
    const opened: Opened = { name, started, port: front?.port ?? started.port }
    const canPoint = await audience.call<boolean>('open', opened)
    /** Kills the server and starts it again on the same port, while the viewers reconnect. */
    const storm = async (isPointing: boolean) => {
      const start = performance.now()
      let empty = 0
      const restart = async () => {
        await server.kill()
        server = child(program)
        await server.call('start', { ...asked, port: started.port })
        empty = (await used()).cpu
      }
      await Promise.all([audience.call('back', isPointing), restart()])
      const time = (performance.now() - start) / 1000
      const cpu = (((await used()).cpu - empty) / viewers) * 1000
      return { time, cpu, unaware: await lacking() }
    }
    const empty = await used()
    await audience.call('join', viewers)
    const full = await used()
    const unaware = await lacking()
    await audience.call('change', changes.warm)
    const [before, frontBefore] = [await used(), front?.cpu() ?? 0]
    const spread = await audience.call<Figures>('change', changes.counted)
    const after = await used()
    const frontCpu = front && { 'front cpu': (front.cpu() - frontBefore) / changes.counted }
    const begun = performance.now()
    const pointed = canPoint && (await audience.call<Figures>('point', changes.counted))
    const pointingCpu = ((await used()).cpu - after.cpu) / ((performance.now() - begun) / 1000)
    const lost = await lacking()
    const first = await storm(false)
    const second = canPoint ? await storm(true) : undefined
    if (canPoint) await audience.call('change', 1)
    return {
      ...{ ...spread, ...frontCpu, unaware },
      ...(pointed && { ...pointed, 'pointing cpu': pointingCpu }),
      cpu: (after.cpu - before.cpu) / changes.counted,
      stall: after.stall,
      join: ((full.cpu - empty.cpu) / viewers) * 1000,
      memory: (after.memory - empty.memory) / viewers,
      whole: after.memory / 1024,
      ...{ back: first.time, 'back cpu': first.cpu },
      ...(second && { 'back pointing': second.time }),
      'back unaware': Math.max(first.unaware, second?.unaware ?? 0),
      lost: Math.max(lost, canPoint ? await lacking() : 0),
    }
  } finally {
    for (const end of ends) await end()
  }
}
