import { setTimeout as wait } from 'node:timers/promises'
import type { Figures } from '../results.ts'
import { median, quantile } from '../statistics.ts'
import { answerCalls } from './child.ts'
import { Crowd } from './crowd.ts'
import type { Started } from './meter.ts'
import { type Present, presenterOf } from './presenters.ts'

/** What an audience is opened with; its viewers connect to a `port` of their own behind a proxy. */
export interface Opened {
  readonly name: string
  readonly started: Started
  readonly port: number
}

/** The time between two places, in ms: as often as a presenter's page sends them. */
const pointerPace = 50

/** The least time between two changes, in ms: a presenter in a hurry. */
const pause = 300

let crowd: Crowd
let present: Present
let seq = 0
let place = 0

/** Shows changes, and returns the median of the times until everyone had one, in ms. */
async function change(count: number): Promise<number> {
  const times: number[] = []
  crowd.latencies = []
  for (let at = 0; at < count; at++) {
    const rest = wait(pause)
    times.push(await crowd.publish(++seq, present))
    await rest
  }
  return median(times)
}

/** Points while something else goes on. */
async function pointing<T>(act: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    crowd.point(++place)
    void present.point?.(place)
  }, pointerPace)
  return act().finally(() => clearInterval(timer))
}

answerCalls({
  /** Connects the presenter, who shows something before the first viewer joins; whether it can point. */
  async open({ name, started, port }: Opened): Promise<boolean> {
    crowd = new Crowd(port, name)
    present = await presenterOf(name, started)
    await present(++seq)
    return present.point !== undefined
  },
  join: (count: number) => crowd.join(count),
  /** Waits until the viewers, who are about to be disconnected, have all reconnected. */
  back: (isPointing: boolean) => (isPointing ? pointing(() => crowd.back()) : crowd.back()),
  /** How many viewers lack the current state; throws if one is not connected. */
  async lacking(): Promise<number> {
    await wait(pause)
    const away = crowd.viewers.filter(({ joined }) => !joined).length
    if (away > 0) throw new Error(`${away} viewers are not connected.`)
    return crowd.viewers.filter((viewer) => viewer.seq !== seq).length
  },
  /** How long changes took to reach viewers, in ms, and until everyone had one. */
  async change(count: number): Promise<Figures> {
    const all = await change(count)
    const at = (share: number) => quantile(crowd.latencies, share)
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), all }
  },
  /** Shows changes while the presenter points. */
  async point(count: number): Promise<Figures> {
    const start = performance.now()
    await pointing(() => change(count))
    const { places, latencies, viewers } = crowd
    return {
      'p95 pointing': quantile(latencies, 0.95),
      'pointer p95': quantile(places, 0.95),
      'pointer rate': (places.length / viewers.length / (performance.now() - start)) * 1000,
    }
  },
})
