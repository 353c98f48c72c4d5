import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { complaintsOf, newContext, presents } from '../support/browser.ts'

const laps = 10
let page: Page
let complaints: string[]
let ids: readonly string[]

/** The deck's page with its slides ten times over, each time under other ids. */
const grown = (html: string): string => {
  const slides = html.match(/<section\b[\s\S]*?<\/section>/g) ?? []
  const copies = Array.from({ length: laps - 1 }, (_, lap) =>
    slides.map((slide) => slide.replace(/\bid="([^"]+)"/, `id="$1-${lap + 2}"`)),
  )
  const last = slides.at(-1) ?? ''
  return html.replace(last, () => [last, ...copies.flat()].join(''))
}

beforeAll(async () => {
  const context = await newContext()
  page = await context.newPage()
  complaints = complaintsOf(page)
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: grown(await response.text()) })
  })
  await page.goto(inject('origin'))
  await presents(page)
  ids = await page.evaluate(() => [...document.querySelectorAll('section')].map(({ id }) => id))
  return () => context.close()
})

afterAll(() => expect(complaints).toEqual([]))

/** What stands in reveal.js's list, what is seen of the deck, and all slides in their order. */
const seen = () =>
  page.evaluate(() => ({
    near: document.querySelectorAll('.slides > section').length,
    shown: [...document.querySelectorAll('section')]
      .filter((slide) => slide.checkVisibility({ visibilityProperty: true }))
      .map(({ id }) => id),
    order: [...document.querySelectorAll('section')].map(({ id }) => id),
  }))

const at = (index: number) => {
  const id = ids.at(index) ?? ''
  return { near: expect.toSatisfy((near: number) => near <= 25), shown: [id], order: ids }
}

test('a long deck is turned with few slides in the list, through its steps and back', async () => {
  expect(ids).toHaveLength(slides.length * laps)
  expect(await seen()).toEqual(at(0))
  const walk = async (key: string) => {
    const passed: string[] = []
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press(key)
      const { near, shown } = await seen()
      expect(near).toBeLessThanOrEqual(25)
      expect(shown).toHaveLength(1)
      if (passed.at(-1) !== shown[0]) passed.push(shown[0] ?? '')
    }
    return passed
  }
  const forward = await walk('ArrowRight')
  expect(forward.length).toBeGreaterThan(30)
  const begins = ids.indexOf(forward[0] ?? '')
  expect(forward).toEqual(ids.slice(begins, begins + forward.length))
  const backward = await walk('ArrowLeft')
  expect(backward.at(-1)).toBe(ids[0])
  expect(backward).toEqual(ids.slice(0, backward.length).reverse())
})

test('it leaps to its end, to a number and to its beginning', async () => {
  for (const [keys, index] of [
    [['End'], -1],
    [['ArrowLeft'], -2],
    [['6', '4', 'Enter'], 63],
    [['7', '0', 'Enter'], 69],
    [['1', '1', '9', 'Enter'], 118],
    [['Home'], 0],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key)
    // Back on a slide of several steps shows its last.
    expect({ keys, ...(await seen()) }).toEqual({ keys, ...at(index) })
  }
})

test('it is printed and read as a whole, and goes on where it was', async () => {
  await page.goto(`${inject('origin')}/#/${ids[70]}`)
  await expect.poll(seen).toEqual(at(70))
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await seen()).toMatchObject({ near: ids.length, order: ids })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await seen()).toEqual(at(70))
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(seen).toMatchObject({ near: ids.length, shown: ids, order: ids })
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(seen).toEqual(at(70))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  expect(await seen()).toEqual(at(70))
})
