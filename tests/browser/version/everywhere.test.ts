import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { reading } from '../../../src/build/sources/deck.js'
import { type Deck, slidesOf, withoutNotes } from '../../../src/model/deck/deck.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original } from '../../../src/model/version/version.ts'
import { render } from '../../../src/render/render.tsx'
import { grown } from '../../bench/pages/grow.ts'
import { anyMadeVersion, tries } from '../../support/any-version.ts'
import type { Name } from '../support/applied.ts'
import { newContext } from '../support/browser.ts'

/** The client's own functions, and what compares, as one script for a blank page. */
async function program(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    oxc: reading.oxc,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, '../support/applied.ts'),
        formats: ['iife'],
        name: 'client',
      },
    },
  })
  // A library of one form, built once, is a list of one output.
  const [{ output }] = result as [Rolldown.RolldownOutput]
  return output[0].code
}

/**
 * A page whose body the build has rendered, with the client's functions. It is laid out only if asked
 * to be: what a frame shows of each version would cost more than to compare it.
 */
async function pageOf(name: Name, of: Deck, display: 'none' | 'block' = 'none'): Promise<Page> {
  const page = await (await newContext()).newPage()
  const body = `<body style="display: ${display}">${render(name, of).body}</body>`
  await page.setContent(`<html data-deck="${of.id}">${body}`)
  await page.evaluate(script)
  return page
}

let script = ''
beforeAll(async () => {
  script = await program()
})

describe.for<Name>(['index', 'speaker', 'review', 'outline'])('on the page %s', (name) => {
  // As the page has it: only two of them hold notes.
  const data = name === 'speaker' || name === 'review' ? deck : withoutNotes(deck)
  let page: Page
  beforeAll(async () => {
    page = await pageOf(name, deck)
    return () => page.context().close()
  })

  test('any version shows what the build renders of it, whatever was shown before', async () => {
    await fc.assert(
      fc.asyncProperty(anyMadeVersion, async (version) => {
        const built = render(name, applyVersion(deck, version)).body
        const different = await page.evaluate(
          ([name, deck, version, body]) => applied(name, deck, version, body),
          [name, data, version, built] as const,
        )
        expect(different).toEqual({})
      }),
      { numRuns: tries(100), endOnFailure: true },
    )
  })
})

test('of a long deck the cards near the window are drawn at once, the others later, or for print', async () => {
  const long = grown(deck, 100)
  const ids = slidesOf(long).map(({ id }) => id)
  const page = await pageOf('review', long, 'block')
  const hiding = (at: number) => {
    const version = { ...original, hidden: ids.slice(at, at + 1) }
    return [version, render('review', applyVersion(long, version)).body] as const
  }
  const [version, body] = hiding(1)
  const different = await page.evaluate(
    ([deck, version, body, near]) => {
      document.getElementById(near)?.scrollIntoView()
      return applied('review', deck, version, body)
    },
    [long, version, body, ids[2] ?? ''] as const,
  )
  expect(Object.keys(different)).not.toContain(ids[2])
  expect(Object.keys(different)).toContain(ids.at(-2))
  await expect.poll(() => page.evaluate((body) => compared('review', body), body)).toEqual({})
  const printed = await page.evaluate(
    ([deck, version, body]) => {
      applied('review', deck, version, body)
      dispatchEvent(new Event('beforeprint'))
      return compared('review', body)
    },
    [long, ...hiding(2)] as const,
  )
  expect(printed).toEqual({})
  await page.context().close()
})
