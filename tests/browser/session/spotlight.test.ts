import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import {
  has,
  isVisible,
  newContext,
  openIn,
  position,
  presents,
  speaks,
  textOf,
  walk,
} from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'

layPackedFiles()

let context: BrowserContext
afterEach(() => context.close())

/** The words that are bright and those that are dimmed on the slide of a window; undefined: all are. */
const lit = (page: Page) =>
  page.evaluate(() => {
    const section = document.querySelector('.spotlight')?.closest('section')
    if (!section) return
    const { left, top } = section.getBoundingClientRect()
    const holes = [...section.querySelectorAll('.spotlight [fill="black"]')]
    const boxes = holes.map((hole) => {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(hole.getAttribute(name)),
      )
      return { x, y, right: x + width, bottom: y + height }
    })
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    const bright: string[] = []
    let cut = ''
    while (walker.nextNode()) {
      const { currentNode } = walker
      // Line by line, because the phrases of a title are its lines.
      let start = 0
      for (const line of (currentNode.textContent ?? '').split('\n')) {
        const range = document.createRange()
        range.setStart(currentNode, start)
        range.setEnd(currentNode, start + line.trimEnd().length)
        start += line.length + 1
        const box = range.getBoundingClientRect()
        // A comma has its ink below the middle of its line.
        if (!/[\p{L}\d]/u.test(line) || box.width === 0) continue
        const [x, y] = [box.left + box.width / 2 - left, box.top + box.height / 2 - top]
        const around = boxes.filter(
          (one) => x > one.x && x < one.right && y > one.y && y < one.bottom,
        )
        if (around.length === 0) continue
        bright.push(line.trim())
        // Holes of neighbours lie over one another; one of them has all of it.
        const isWhole = around.some(
          (one) => box.left - left >= one.x - 1 && box.right - left <= one.right + 1,
        )
        if (!isWhole) cut += line
      }
    }
    return { text: bright.join(' ').replace(/\s+/g, ' '), cut }
  })
const isLit = (page: Page, text: string | undefined) =>
  expect.poll(async () => (await lit(page))?.text).toBe(text)

async function openBoth(deployment: (typeof walked)[number], hash = '') {
  context = await newContext()
  const { deck: address } = addressesOf(deployment)
  const { page: deck, complaints } = await openIn(context, `${address}${hash}`)
  await presents(deck)
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')])
  speaker.setDefaultTimeout(10_000)
  await speaks(speaker)
  return { deck, speaker, complaints }
}

describe.for(walked)('on %s', (deployment) => {
  test('K goes from row to row in every window, J back, and the end of the step ends it', async () => {
    const { deck, speaker, complaints } = await openBoth(deployment, '#/sach-moi')
    const both = async (text: string | undefined) => {
      for (const page of [deck, speaker]) await isLit(page, text)
    }
    const said = () => textOf(deck, '.announcer')
    await expect.poll(() => position(deck)).toEqual({ id: 'sach-moi', step: 0 })
    await speaker.keyboard.press('k')
    await expect.poll(async () => (await lit(speaker))?.text).not.toBe(undefined)
    const first = (await lit(speaker))?.text ?? ''
    await both(first)
    await expect.poll(said).toContain(first.split(' ').at(-1))
    // Only what is shown: the other rows are still to come.
    await speaker.keyboard.press('k')
    await both(undefined)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => position(deck)).toEqual({ id: 'sach-moi', step: 1 })
    await deck.keyboard.press('k')
    await expect.poll(async () => (await lit(deck))?.text).not.toBe(undefined)
    const second = (await lit(deck))?.text ?? ''
    expect(second).not.toBe(first)
    await both(second)
    await deck.keyboard.press('j')
    await both(first)
    await deck.keyboard.press('Shift+K')
    await both(undefined)
    await deck.keyboard.press('k')
    await both(second)
    // A window that opens now shows it, whatever its size.
    const { page: late } = await openIn(context, addressesOf(deployment).deck)
    await has(late, '.spotlight')
    await isLit(late, second)
    await late.setViewportSize({ width: 360, height: 740 })
    await has(late, '.narrow')
    await isLit(late, second)
    expect((await lit(late))?.cut).toBe('')
    await late.close()
    await deck.setViewportSize({ width: 1920, height: 900 })
    await isLit(deck, second)
    // Nothing of it is printed, nor takes a click.
    await deck.emulateMedia({ media: 'print' })
    expect(await isVisible(deck, '.spotlight')).toBe(false)
    await deck.emulateMedia({ media: null })
    await deck.keyboard.press('b')
    await deck.keyboard.press('b')
    await both(second)
    // While the audience's slide is held, its row stays bright there, and the speaker looks at
    // another slide.
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('Home')
    await isLit(speaker, undefined)
    await speaker.keyboard.press('k')
    await isLit(deck, second)
    await speaker.keyboard.press('g')
    await both(second)
    await speaker.keyboard.press('Escape')
    await both(undefined)
    const pressed = (click = false) =>
      speaker.evaluate((click) => {
        const button = document.querySelector<HTMLElement>('[data-command="spot"]')
        if (click) button?.click()
        return button?.ariaPressed
      }, click)
    expect(await pressed()).toBe('false')
    await pressed(true)
    await both(second)
    expect(await pressed()).toBe('true')
    await deck.keyboard.press('PageDown')
    await both(undefined)
    expect(complaints).toEqual([])
  })
})

test('on every slide of the deck K reaches each row once, whole, and then none', async () => {
  context = await newContext()
  const { page } = await openIn(context)
  await presents(page)
  const seen = new Map<string, number>()
  await walk(page, async ({ id, step }) => {
    const texts = new Set<string>()
    let presses = 0
    for (;;) {
      await page.keyboard.press('k')
      // Loaded at the first press.
      if (seen.size === 0 && presses === 0) await has(page, '.spotlight')
      const now = await lit(page)
      if (!now) break
      presses++
      expect(now.cut, `${id}/${step}`).toBe('')
      expect(now.text, `${id}/${step}`).not.toBe('')
      texts.add(now.text)
    }
    expect(texts.size, `${id}/${step}`).toBe(presses)
    expect(presses, `${id}/${step}`).toBeGreaterThan(0)
    seen.set(id, presses)
  })
  expect(seen.size).toBe(slides.length)
})
