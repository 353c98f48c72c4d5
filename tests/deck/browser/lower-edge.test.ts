import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { has, present, walk } from '../../browser/support/browser.ts'

/** Where a body ends, in hundredths of the slide's height. */
const edge = { from: 85, to: 86.1 }

/**
 * The lowest line, figure or drawing of a slide's body, what is shown later included. A line ends
 * with its leading, a figure with its ink.
 */
const lowestOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => {
    const slide = document.getElementById(id) as HTMLElement
    const { top, height } = slide.getBoundingClientRect()
    const main = slide.querySelector('.main') as HTMLElement
    const drawings = [...main.querySelectorAll('svg')].map(
      (svg) => svg.getBoundingClientRect().bottom,
    )
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const lines: number[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement as HTMLElement
      if (!node.textContent?.trim()) continue
      const style = getComputedStyle(parent)
      const size = Number.parseFloat(style.fontSize)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width === 0) continue
        lines.push(
          parent.closest('.numeral')
            ? rect.bottom - 0.321 * size
            : (rect.top + rect.bottom + Number.parseFloat(style.lineHeight)) / 2,
        )
      }
    }
    return ((Math.max(...lines, ...drawings) - top) / height) * 100
  }, id)

let page: Page
beforeAll(async () => {
  ;({ page } = await present())
})
afterAll(() => page.context().close())

test('bodies stand on one line, whatever step is shown', async () => {
  const found: Record<string, number[]> = {}
  await walk(page, async ({ id }) => {
    const lowest = await lowestOf(page, id)
    found[id] = [...(found[id] ?? []), Math.round(lowest * 100) / 100]
  })
  expect(Object.keys(found)).toHaveLength(slidesOf(deck).length)
  const off = Object.entries(found).filter(([, at]) =>
    at.some((one) => one < edge.from || one > edge.to),
  )
  expect(off).toEqual([])
})

test('the overview ends the longest part above the last slides, and needs no scrolling', async () => {
  await page.keyboard.press('o')
  await has(page, '#overview.columns[open] .picture')
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size)
    const found = await page.evaluate(() => {
      const box = (one: Element) => one.getBoundingClientRect()
      const overview = document.querySelector('#overview') as HTMLElement
      const edges = [...overview.querySelectorAll('.edge')].map((one) => box(one).top)
      const ends = [...overview.querySelectorAll('.group:not(.edge) .picture')].map(
        (one) => box(one).bottom,
      )
      return {
        air: Math.min(...edges) - Math.max(...ends),
        over: overview.scrollHeight - overview.clientHeight,
      }
    })
    expect(found.air).toBeGreaterThan(6)
    // Fractions of a pixel are rounded up.
    expect(found.over).toBeLessThanOrEqual(1)
  }
})
