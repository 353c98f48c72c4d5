import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf, statementsOf } from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { folded } from '../../support/text.ts'
import { has, isVisible, newContext, open, present } from '../support/browser.ts'
import { holdScripts } from '../support/page-actions.ts'

const slides = slidesOf(deck)

describe('without scripts', () => {
  test('the page reads as clean stacked slides, top to bottom', async () => {
    const { page, complaints } = await open('/', { javaScriptEnabled: false })
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('section')].map((section) => {
        const { top, width, height } = section.getBoundingClientRect()
        return { id: section.id, top, width, height, text: section.textContent }
      }),
    )
    expect(boxes.map(({ id }) => id)).toEqual(slides.map(({ id }) => id))
    boxes.forEach(({ top, width, height }, at) => {
      expect(width / height).toBeCloseTo(16 / 9, 2)
      if (at > 0) expect(top).toBeGreaterThanOrEqual((boxes[at - 1]?.top ?? 0) + height - 1)
    })
    for (const slide of slides) {
      const text = folded(boxes.find(({ id }) => id === slide.id)?.text ?? '')
      for (const { text: lines } of statementsOf(slide)) expect(text).toContain(plain(lines))
    }
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.fragment')].every(
          (one) => getComputedStyle(one).opacity === '1',
        ),
      ),
    ).toBe(true)
    expect(await isVisible(page, '.toolbar')).toBe(false)
    // A browser that runs no scripts drops the ones it was to load early.
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  })
})

const shownSlides = () =>
  [...document.querySelectorAll('section')].filter((slide) =>
    slide.checkVisibility({ visibilityProperty: true }),
  ).length

test('a phone held upright reads; turned, it presents', async () => {
  const { page } = await open('/#/viec-3', { viewport: { width: 360, height: 740 } })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  expect(await isVisible(page, '#viec-3')).toBe(true)
  await page.setViewportSize({ width: 740, height: 360 })
  await has(page, '.presenting section.present')
  expect(await page.evaluate(shownSlides)).toBe(1)
  await page.context().close()
})

describe('before any script', () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await newContext({ reducedMotion: 'no-preference' })
  })
  afterAll(() => context.close())

  test.for([
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
    { width: 1920, height: 800 },
  ])(
    'the first slide paints on $width×$height, and does not move when reveal.js takes over',
    async (viewport) => {
      const page = await context.newPage()
      await page.setViewportSize(viewport)
      const release = await holdScripts(page)
      await page.goto(inject('origin'), { waitUntil: 'commit' })
      await page.evaluate(
        () =>
          new Promise<void>((resolve) =>
            new PerformanceObserver((list) => {
              if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
            }).observe({ type: 'paint', buffered: true }),
          ),
      )
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const measure = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('#ngay-sach *')].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect()
            return [x, y, width, height]
          }),
        )
      const before = await measure()
      expect(before.length).toBeGreaterThan(10)
      const isPresenting = () => page.evaluate(() => document.querySelector('.presenting') !== null)
      expect(await isPresenting()).toBe(false)
      release()
      await has(page, '.presenting section.present')
      // Less than half a pixel is rounding, which nobody sees.
      const moved = (await measure()).flat().map((value, at) => value - (before.flat()[at] ?? 0))
      expect(Math.max(...moved.map(Math.abs))).toBeLessThan(0.5)
      await page.close()
    },
  )
})

test('the deck holds no note in what the audience loads', async () => {
  const { page } = await present()
  const bytes = await page.evaluate(async () => {
    const urls = performance.getEntriesByType('resource').map(({ name }) => name)
    const texts = await Promise.all(
      [location.href, ...urls].map(async (url) => (await fetch(url)).text()),
    )
    return texts.join('\n')
  })
  for (const { notes } of slides) {
    for (const note of notes) expect(bytes).not.toContain(noteText(note).slice(0, 60))
  }
  await page.context().close()
})
