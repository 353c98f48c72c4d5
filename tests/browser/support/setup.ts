import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser, thisMachine } from '../../../src/cli/browser/find-browser.ts'
import { buildPages } from '../../../src/cli/build.ts'
import { createSite } from '../../../src/cli/serve/site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built pages are served, by the deck's own server. */
    origin: string
    /** The folder they stand in. */
    dist: string
    /** The folder of what `npm run pdf` writes of this deck, empty until somebody asks. */
    prints: string
    /** The one browser every test uses. */
    program: { path: string; env?: Record<string, string> }
  }
}

/** Something made for the tests, and how it is taken away. */
interface Made<Value> {
  readonly value: Value
  end(): Promise<void>
}

// Each project runs its setup in a copy of this module, all of them in one process.
const all = globalThis as {
  madeForTests?: Map<string, { made: Promise<Made<unknown>>; users: number }>
}
all.madeForTests ??= new Map()
const kept = all.madeForTests

/** Makes a thing for the first project that asks, and ends it when the last one is done. */
async function share<Value>(name: string, make: () => Promise<Made<Value>>): Promise<Made<Value>> {
  const one = kept.get(name) ?? { made: make(), users: 0 }
  kept.set(name, one)
  one.users++
  // What stands under a name was made by the function that comes with it.
  const { value, end } = (await one.made) as Made<Value>
  return {
    value,
    end: async () => {
      if (--one.users === 0) await end()
    },
  }
}

/** What the tests of one deck share. */
type Pages = Readonly<Record<'origin' | 'dist' | 'prints', string>>

/** The pages of a deck, built once and served, and a folder for its prints. */
async function openPages(deck: string): Promise<Made<Pages>> {
  const cache = join(import.meta.dirname, '../../../node_modules/.cache/bao-cao-vien')
  await mkdir(cache, { recursive: true })
  const dist = await mkdtemp(join(cache, 'test-dist-'))
  const prints = await mkdtemp(join(tmpdir(), 'prints-'))
  process.env.DECK = deck
  await buildPages(dist)
  const site = createSite(dist).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const end = async () => {
    site.close()
    site.closeAllConnections()
    for (const folder of [dist, prints]) await rm(folder, { recursive: true, force: true })
  }
  return { value: { origin, dist, prints }, end }
}

/** Builds a deck once, serves it, and finds the browser, for all tests of the built pages. */
export default async function setup(project: TestProject) {
  const deck = project.config.env.DECK ?? ''
  const program = await findBrowser(thisMachine)
  console.log(`Trình duyệt thử: ${program.path}`)
  const pages = await share(`pages of ${deck}`, () => openPages(deck))
  for (const name of ['origin', 'dist', 'prints'] as const) {
    project.provide(name, pages.value[name])
  }
  project.provide('program', { path: program.path, env: { ...program.env } })
  return pages.end
}
