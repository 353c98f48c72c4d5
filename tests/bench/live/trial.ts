import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Audience, Pointing, Spread } from './audience.ts'
import { Child } from './calls.ts'
import type { Asked, Started, Used } from './meter.ts'
import { place, programOf } from './programs.ts'
import type { Measure, Name } from './results.ts'

type Figures = Readonly<Partial<Record<Measure, number>>>

/** The number of changes to measure, and of those before, for warming up. */
const changes = { warm: 3, counted: 12 }

async function audienceOf(audience: Child, viewers: number): Promise<Audience> {
  const counted = await audience.call<Audience>('count')
  if (counted.joined < viewers)
    throw new Error(`Only ${counted.joined} of ${viewers} viewers are in.`)
  return counted
}

/** Shows changes while the presenter points; nothing of a server that has no pointer. */
async function point(server: Child, audience: Child): Promise<Figures> {
  const before = await server.call<Used>('used')
  const pointing = await audience.call<Pointing | null>('point', changes.counted)
  const after = await server.call<Used>('used')
  if (!pointing) return {}
  return {
    'pointer p95': pointing.place,
    'pointer rate': pointing.rate,
    'p95 pointing': pointing.slide,
    'pointing cpu': (after.cpu - before.cpu) / (pointing.time / 1000),
  }
}

/** Connects the viewers and shows them changes. */
async function follow(server: Child, audience: Child, viewers: number): Promise<Figures> {
  const used = () => server.call<Used>('used')
  const empty = await used()
  await audience.call('join', viewers)
  const full = await used()
  const { holding } = await audienceOf(audience, viewers)
  await audience.call('warm', changes.warm)
  const before = await used()
  const spread = await audience.call<Spread>('change', changes.counted)
  const after = await used()
  const pointing = await point(server, audience)
  const end = await audienceOf(audience, viewers)
  return {
    ...spread,
    ...pointing,
    cpu: (after.cpu - before.cpu) / changes.counted,
    stall: after.stall,
    lost: viewers - end.holding,
    join: ((full.cpu - empty.cpu) / viewers) * 1000,
    unaware: viewers - holding,
    memory: (after.memory - empty.memory) / viewers,
    whole: after.memory / 1024,
  }
}

/** Kills a server and starts it again on the same port, while the viewers reconnect. */
async function storm(
  server: Child,
  restart: () => Promise<unknown>,
  audience: Child,
  viewers: number,
): Promise<Figures> {
  const start = performance.now()
  await Promise.all([audience.call('back'), server.kill().then(restart)])
  const seconds = (performance.now() - start) / 1000
  const { holding } = await audienceOf(audience, viewers)
  return { back: seconds, 'back unaware': viewers - holding }
}

/** Measures one server with one number of viewers, from its start to its end. */
export async function drive(name: Name, viewers: number): Promise<Figures> {
  const folder = await mkdtemp(join(place, 'state-'))
  const children: Child[] = []
  const child = (program: Name | 'audience') => {
    const made = new Child(programOf(program))
    children.push(made)
    return made
  }
  try {
    const server = child(name)
    const asked: Asked = { port: 0, viewers, folder }
    const started = await server.call<Started>('start', asked)
    const audience = child('audience')
    await audience.call('open', { name, started })
    const figures = await follow(server, audience, viewers)
    const restart = () => child(name).call('start', { ...asked, port: started.port })
    return { ...figures, ...(await storm(server, restart, audience, viewers)) }
  } finally {
    for (const each of children) await each.kill()
    await rm(folder, { recursive: true })
  }
}
