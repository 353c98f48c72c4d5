import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { reading } from '../../../src/build/sources/deck.js'
import { withoutNotes } from '../../../src/model/deck/deck.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { render } from '../../../src/render/render.tsx'
import { anyMadeVersion } from '../../support/any-version.ts'
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

describe.for<Name>(['index', 'speaker', 'review', 'outline'])('on the page %s', (name) => {
  // As the page has it: only two of them hold notes.
  const data = name === 'speaker' || name === 'review' ? deck : withoutNotes(deck)
  let page: Page
  beforeAll(async () => {
    page = await (await newContext()).newPage()
    await page.setContent(`<html data-deck="${deck.id}"><body>${render(name, deck).body}</body>`)
    await page.evaluate(await program())
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
      { numRuns: 40, endOnFailure: true },
    )
  })
})
