import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { slides } from '../../support/slides.ts'
import type { Engine, Window } from './engine.ts'
import { firefox } from './firefox.ts'

const printer = 'Mozilla Save to PDF'
const settings = `print.printer_${printer.replaceAll(' ', '_')}`

let engine: Engine
let paper = ''

// As a person prints on A4 with the pictures' grounds, but for the window that asks how.
beforeAll(async () => {
  engine = await firefox((downloads) => {
    paper = join(downloads, 'paper.pdf')
    return {
      'print.always_print_silent': true,
      print_printer: printer,
      [`${settings}.print_to_file`]: true,
      [`${settings}.print_to_filename`]: paper,
      [`${settings}.print_paper_id`]: 'iso_a4',
      [`${settings}.print_bgcolor`]: true,
      [`${settings}.print_bgimages`]: true,
    }
  })
}, 200_000)
afterAll(() => engine?.stop())

/** The pages that come out of the printer when something is done. */
async function pagesOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  await rm(paper, { force: true })
  await act()
  return vi.waitUntil(
    async () => {
      try {
        // Not there, or not whole: it is being written.
        return (await readPdf(await readFile(paper))).pages
      } catch {
        return undefined
      }
    },
    { timeout: 60_000, interval: 200 },
  )
}

const ready = (window: Window, selector: string) =>
  vi.waitUntil(() => window.value(`document.querySelector('${selector}') !== null`), {
    timeout: 20_000,
  })

/** That there are so many pages, and something on each. */
function expectPages(pages: readonly string[], count: number, what: string): void {
  expect.soft(pages.length, what).toBe(count)
  expect.soft(pages.filter((text) => !text.trim()).length, `${what}, empty`).toBe(0)
}

test('Firefox prints the deck, so many slides on a sheet, and the deck with its notes', async () => {
  const deck = await engine.open(`${inject('origin')}/`)
  await ready(deck, '.presenting section.present')
  expectPages(await pagesOf(() => deck.value('void setTimeout(print)')), slides.length, 'the deck')
  for (const count of [1, 4, 6]) {
    await deck.press('i')
    const print = () => deck.click(`#printing [data-print="${count}"]`)
    expectPages(await pagesOf(print), Math.ceil(slides.length / count), `${count} on a sheet`)
  }
  const review = await engine.open(`${inject('origin')}/review.html`)
  await ready(review, '.page-header nav:not([hidden])')
  expectPages(await pagesOf(() => review.value('void setTimeout(print)')), slides.length, 'review')
})
