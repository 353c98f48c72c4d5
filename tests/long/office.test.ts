import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deck } from '#deck'
import { makeOffice } from '../../src/cli/office/office.ts'
import { withPress } from '../../src/cli/pdf/press.ts'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { fileOf } from '../../src/model/version/version-file.ts'
import type { OfficeFile } from '../../src/office/office.ts'
import { addressesOf, layPackedFiles } from '../browser/support/deployments.ts'
import { expectInPlace, wordsOf } from '../browser/support/office.ts'
import { placedTextsOf } from '../browser/support/placed.ts'
import { anyMadeVersion } from '../support/any-version.ts'
import { faultsIn, readDocument, readPresentation } from '../support/office.ts'
import { chromium109 } from './engines/chromium-109.ts'
import { type Engine, programOf } from './engines/engine.ts'
import { firefox } from './engines/firefox.ts'
import { complaintsAbout } from './office-validator.ts'

layPackedFiles()

let folder = ''
let files: Readonly<Record<OfficeFile, Uint8Array>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  files = await withPress(undefined, makeOffice)
})
afterAll(() => rm(folder, { recursive: true }))

describe.for([
  ['Firefox', () => firefox()],
  ['Chromium 109', chromium109],
] as const)('%s', ([, start]) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 200_000)
  afterAll(() => engine?.stop())

  test.for(['the built site', 'the packed file'] as const)(
    'makes from %s what the command writes',
    async (deployment) => {
      const before = await readdir(engine.downloads)
      const window = await engine.open(addressesOf(deployment).review)
      const button = '#printing .office [data-file="speaker"]'
      await vi.waitUntil(
        () => window.value(`document.querySelector('#printing .office')?.hidden === false`),
        { timeout: 30_000 },
      )
      await window.click('.page-header [data-command="print"]')
      await window.click(button)
      const made = await vi.waitUntil(
        async () => {
          for (const name of await readdir(engine.downloads)) {
            if (before.includes(name)) continue
            const file = await readFile(join(engine.downloads, name)).catch(() => undefined)
            // It may be another file of the browser, or not be whole yet.
            if (file?.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
              if (file.lastIndexOf('PK\u0005\u0006') > 0) return file
            }
          }
          return undefined
        },
        { timeout: 30_000 },
      )
      expect(wordsOf(made)).toEqual(wordsOf(files.speaker))
      expectInPlace(made, files.speaker)
      await window.close()
    },
  )
})

test('whatever somebody makes of the deck, the files are sound', async () => {
  const path = join(folder, 'x.json')
  await fc.assert(
    fc.asyncProperty(anyMadeVersion, async (version) => {
      await writeFile(path, fileOf(deck.id, version))
      const file = { path, partly: true }
      const made = await withPress(file, (press) => makeOffice(press, file))
      for (const [name, file] of Object.entries(made)) {
        expect(faultsIn(file)).toEqual([])
        expect(await complaintsAbout(file, name === 'outline' ? 'docx' : 'pptx')).toEqual([])
      }
    }),
    // Ends before Vitest's own limit, with what was found; fewer versions than that are a failure.
    { numRuns: 40, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  )
})

describe('LibreOffice', () => {
  /** Prints a file, with the fonts that have the metrics of those in it. */
  async function printed(name: string, file: Uint8Array) {
    const path = join(folder, name)
    await writeFile(path, file)
    const office = programOf('soffice', 'libreoffice-impress libreoffice-writer fonts-liberation2')
    const home = `-env:UserInstallation=file://${folder}/home`
    const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, path]
    await promisify(execFile)(office, args)
    return placedTextsOf(await readFile(path.replace(/\.\w+$/, '.pdf')))
  }

  const squeezed = (text: string) => text.replace(/\s+/g, '')

  /** The lines on a page: what has one baseline. */
  const linesOf = (page: Awaited<ReturnType<typeof placedTextsOf>>[number]): readonly string[] => {
    const lines = new Map<number, string>()
    for (const { base, text } of page) {
      const at = [...lines.keys()].find((one) => Math.abs(one - base) < 0.5) ?? base
      lines.set(at, (lines.get(at) ?? '') + squeezed(text))
    }
    return [...lines.values()]
  }

  test('shows every slide, and breaks no line that was set by hand', async () => {
    const pages = await printed('a.pptx', files.slides)
    const { slides } = readPresentation(files.slides)
    expect(pages).toHaveLength(slides.length)
    // There the theme breaks lines at the edge of their column, and so does a program.
    const flowing = slidesOf(deck).filter(({ layout }) => /^(recap|opener|local)$/.test(layout))
    for (const [at, { id, shapes }] of slides.entries()) {
      const page = linesOf(pages[at] ?? [])
      const lines = flowing.some((slide) => slide.id === id) ? [page.join('')] : page
      for (const line of shapes.flatMap((shape) => shape.lines)) {
        expect(
          lines.some((one) => one.includes(squeezed(line))),
          `${id}: ${line}`,
        ).toBe(true)
      }
    }
  })

  test('numbers the outline I – 1 – a, and its pages from the second on', async () => {
    const pages = (await printed('a.docx', files.outline)).map((page) => linesOf(page))
    const { paragraphs } = readDocument(files.outline)
    const [part] = paragraphs.filter(({ style }) => style === 'Heading1')
    const [slide] = paragraphs.filter(({ style }) => style === 'Heading2')
    const [letter] = paragraphs.filter(({ style }) => style === 'Lettered')
    const lines = pages.flat()
    for (const [number, words] of [
      ['I.', part?.text],
      ['1.', slide?.text],
      ['a)', letter?.text],
    ] as const) {
      const start = squeezed(words ?? '').slice(0, 12)
      expect(
        lines.some((line) => line.startsWith(number + start)),
        words,
      ).toBe(true)
    }
    for (const [at, [first]] of pages.entries()) {
      if (at === 0) expect(first).not.toBe('1')
      else expect(first).toBe(String(at + 1))
    }
  })
})
