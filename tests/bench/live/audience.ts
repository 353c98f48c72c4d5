import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../statistics.ts'
import { answerCalls } from './calls.ts'
import { Crowd } from './crowd.ts'
import type { Started } from './meter.ts'
import { type Present, presenters } from './presenters.ts'
import { protocols } from './protocols.ts'
import type { Name } from './results.ts'

/** How many viewers are connected, and how many of them have the current state. */
export interface Audience {
  readonly joined: number
  readonly holding: number
}

/**
 * How long changes took to reach viewers, in ms: all viewers' quantiles, and the median until
 * everyone had a change.
 */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly all: number
}

/** How the pointer fared, and slides while it was in use; times in ms, all viewers' 95 %. */
export interface Pointing {
  readonly place: number
  /** How many places a viewer received in a second. */
  readonly rate: number
  readonly slide: number
  /** How long it took. */
  readonly time: number
}

/** The time between two places, in ms: as often as a presenter's page sends them. */
const pointerPace = 50

/** The longest time to wait for viewers to join, and for a change to arrive, in ms. */
const patience = { join: 60_000, change: 5000 }

/** The least time between two changes, in ms: a presenter in a hurry. */
const pause = 300

let crowd: Crowd
let present: Present
let seq = 0

async function change(): Promise<number> {
  seq++
  const rest = wait(pause)
  const time = await crowd.publish(seq, () => present(seq), patience.change)
  await rest
  return time
}

answerCalls({
  /** Connects the presenter, who shows something before the first viewer joins. */
  async open({ name, started }: { name: Name; started: Started }) {
    crowd = new Crowd(started.port, protocols[name])
    present = await presenters[name](started)
    seq++
    await present(seq)
  },
  join: (count: number) => crowd.join(count, patience.join),
  /** Waits until the viewers, who are about to be disconnected, have all reconnected. */
  back: () => crowd.back(patience.join),
  async count(): Promise<Audience> {
    await wait(pause)
    return { joined: crowd.joined, holding: crowd.holding(seq) }
  },
  async warm(count: number) {
    for (let at = 0; at < count; at++) await change()
    crowd.latencies = []
  },
  /** Shows changes while the presenter points; nothing if the server has no pointer. */
  async point(count: number): Promise<Pointing | undefined> {
    if (!present.point) return undefined
    crowd.latencies = []
    const start = performance.now()
    let place = 0
    const pointing = setInterval(() => {
      crowd.point(++place)
      void present.point?.(place)
    }, pointerPace)
    for (let at = 0; at < count; at++) await change()
    clearInterval(pointing)
    const time = performance.now() - start
    const { places, latencies } = crowd
    return {
      place: quantile(places, 0.95),
      rate: (places.length / crowd.joined / time) * 1000,
      slide: quantile(latencies, 0.95),
      time,
    }
  },
  async change(count: number): Promise<Spread> {
    const times: number[] = []
    for (let at = 0; at < count; at++) times.push(await change())
    const { latencies } = crowd
    return {
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      max: quantile(latencies, 1),
      all: quantile(times, 0.5),
    }
  },
})
