import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser, thisMachine } from '../../src/cli/browser.ts'
import { buildPages } from '../../src/cli/build.ts'
import { createSite } from '../../src/cli/site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built pages are served, by the deck's own server. */
    origin: string
    /** The folder they stand in. */
    dist: string
    /** The one browser every test uses. */
    program: { path: string; env?: Record<string, string> }
  }
}

/** Builds once, serves it, and finds the browser, for all tests of the built pages. */
export default async function setup(project: TestProject) {
  const cache = join(import.meta.dirname, '../../node_modules/.cache/bao-cao-vien')
  await mkdir(cache, { recursive: true })
  const dist = await mkdtemp(join(cache, 'test-dist-'))
  process.env.DECK = project.config.env.DECK
  await buildPages(dist)
  const program = await findBrowser(thisMachine)
  const site = createSite(dist).listen(0, '127.0.0.1')
  await once(site, 'listening')
  project.provide('origin', `http://127.0.0.1:${(site.address() as AddressInfo).port}`)
  project.provide('dist', dist)
  project.provide('program', { path: program.path, env: { ...program.env } })
  console.log(`Trình duyệt thử: ${program.path}`)
  return async () => {
    site.close()
    site.closeAllConnections()
    await rm(dist, { recursive: true, force: true })
  }
}
