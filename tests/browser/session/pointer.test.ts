import type { BrowserContext } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import {
  complaintsOf,
  isVisible,
  newContext,
  openIn,
  presents,
  speaks,
} from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { dotOn, move, movesFirst, pointOf, shows } from '../support/dot.ts'

layPackedFiles()

let context: BrowserContext
afterEach(() => context.close())

async function openBoth(deployment: (typeof walked)[number], motion = false) {
  context = await newContext(motion ? { reducedMotion: 'no-preference' } : {})
  const { deck: address } = addressesOf(deployment)
  const { page: deck, complaints } = await openIn(context, address)
  await presents(deck)
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')])
  speaker.setDefaultTimeout(10_000)
  complaints.push(...complaintsOf(speaker))
  await speaks(speaker)
  await speaker.setViewportSize({ width: 1600, height: 900 })
  return { deck, speaker, complaints }
}

describe.for(walked)('on %s', (deployment) => {
  test('what the speaker points at shows in every window, and nothing stays of it', async () => {
    const { deck, speaker, complaints } = await openBoth(deployment)
    const scripts = () =>
      deck.evaluate(() =>
        performance.getEntriesByType('resource').filter(({ name }) => /pointer/.test(name)),
      )
    expect(await scripts()).toEqual([])
    await move(speaker, 600, 300)
    expect(await dotOn(deck)).toBe(undefined)

    // A key that is held, repeats and is let go.
    await speaker.keyboard.down('l')
    await speaker.keyboard.down('l')
    await movesFirst(speaker, { slide: 'ngay-sach', x: 640, y: 360 })
    await shows(deck, { slide: 'ngay-sach', x: 640, y: 360 })
    await move(speaker, 100, 700)
    await shows(deck, { slide: 'ngay-sach', x: 100, y: 700 })
    // It takes no click, and says nothing.
    const under = await deck.evaluate(() => {
      const dot =
        document.querySelector('.pointer circle')?.getBoundingClientRect() ?? new DOMRect()
      const top = document.elementFromPoint(dot.x + dot.width / 2, dot.y + dot.height / 2)
      return top?.closest('.pointer') ?? document.querySelector('.pointer:not([aria-hidden=true])')
    })
    expect(under).toBe(null)
    expect(await violations(deck)).toEqual([])
    await deck.emulateMedia({ media: 'print' })
    expect(await isVisible(deck, '.pointer')).toBe(false)
    await deck.emulateMedia({ media: null })
    await speaker.keyboard.up('l')
    for (const page of [deck, speaker]) await shows(page, undefined)
    await move(speaker, 640, 360)
    await shows(deck, undefined)

    // Off the slide, and on another slide.
    await speaker.keyboard.down('l')
    await move(speaker, 200, 200)
    await shows(deck, { slide: 'ngay-sach', x: 200, y: 200 })
    await speaker.mouse.move(5, 5)
    for (const page of [deck, speaker]) await shows(page, undefined)
    await move(speaker, 300, 200)
    await shows(deck, { slide: 'ngay-sach', x: 300, y: 200 })
    await deck.keyboard.press('PageDown')
    for (const page of [deck, speaker]) await shows(page, undefined)
    await move(speaker, 301, 200)
    await shows(deck, { slide: 'tu-sach', x: 301, y: 200 })
    await deck.keyboard.press('b')
    for (const page of [deck, speaker]) await shows(page, undefined)
    await move(speaker, 302, 200)
    await shows(speaker, undefined)
    await deck.keyboard.press('b')
    await move(speaker, 303, 200)
    await shows(deck, { slide: 'tu-sach', x: 303, y: 200 })
    // The window is left with the key down, which comes up elsewhere.
    await speaker.evaluate(() => dispatchEvent(new Event('blur')))
    for (const page of [deck, speaker]) await shows(page, undefined)
    await speaker.keyboard.up('l')

    // Over the deck itself.
    await deck.keyboard.down('l')
    await move(deck, 1000, 500, 'section.present')
    await shows(deck, { slide: 'tu-sach', x: 1000, y: 500 })
    await shows(speaker, { slide: 'tu-sach', x: 1000, y: 500 })
    const visibility = () => {
      const bar = document.querySelector('.toolbar')
      return bar && getComputedStyle(bar).visibility
    }
    expect(await deck.evaluate(visibility)).toBe('hidden')
    await deck.keyboard.up('l')
    for (const page of [deck, speaker]) await shows(page, undefined)

    // By button: pressed, it stays on; dragged from, it points meanwhile.
    const button = speaker.getByRole('button', { name: 'Con trỏ' })
    const isOn = () => button.getAttribute('aria-pressed')
    expect(await isOn()).toBe('false')
    await button.click()
    await expect.poll(isOn).toBe('true')
    await move(speaker, 640, 100)
    await shows(deck, { slide: 'tu-sach', x: 640, y: 100 })
    await button.click()
    await expect.poll(isOn).toBe('false')
    await move(speaker, 640, 100)
    await shows(deck, undefined)
    await button.click()
    await speaker.keyboard.press('Escape')
    await expect.poll(isOn).toBe('false')
    await button.hover()
    await speaker.mouse.down()
    await move(speaker, 640, 200)
    await shows(deck, { slide: 'tu-sach', x: 640, y: 200 })
    await speaker.mouse.up()
    for (const page of [deck, speaker]) await shows(page, undefined)
    expect(await isOn()).toBe('false')

    // The speaker's window dies with the pointer out.
    await button.click()
    await move(speaker, 640, 300)
    await shows(deck, { slide: 'tu-sach', x: 640, y: 300 })
    await speaker.close()
    await shows(deck, undefined)
    expect(complaints).toEqual([])
  })
})

test('a finger points while the button is on, and a trail follows where motion is wanted', async () => {
  const { deck, speaker } = await openBoth('the built site', true)
  const button = speaker.getByRole('button', { name: 'Con trỏ' })
  await button.click()
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  const touch = async (type: string, x: number, y: number) => {
    const [clientX, clientY] = await pointOf(speaker, x, y)
    await speaker.locator('.present .frame section').dispatchEvent(type, {
      ...{ pointerType: 'touch', bubbles: true },
      ...{ clientX, clientY },
    })
  }
  await touch('pointerdown', 300, 300)
  await shows(deck, { slide: 'ngay-sach', x: 300, y: 300 })
  let trails = 0
  for (let x = 320; x < 900; x += 20) {
    await touch('pointermove', x, 400)
    const d = await deck.evaluate(() => document.querySelector('.pointer path')?.getAttribute('d'))
    if (d) trails++
  }
  expect(trails).toBeGreaterThan(0)
  const trail = () =>
    deck.evaluate(() => document.querySelector('.pointer path')?.getAttribute('d'))
  // At rest it has caught up.
  await expect.poll(trail).toBe('')
  await touch('pointerup', 880, 400)
  await shows(deck, undefined)
})

test('a place that is no place, or on another slide, shows nothing', async () => {
  context = await newContext()
  const { page: deck } = await openIn(context)
  await presents(deck)
  const send = (pointed: unknown) =>
    deck.evaluate((pointed) => {
      // As another window of this deck may send it.
      const channel = new BroadcastChannel(`${document.documentElement.dataset.deck}  /`)
      channel.postMessage({ kind: 'pointer', from: 'x', role: 'speaker', pointed })
      channel.close()
    }, pointed)
  const slide = 'ngay-sach'
  const isShown = async (x: number, y: number) => {
    const read = async () => {
      await send({ slide, at: [x, y] })
      return dotOn(deck)
    }
    await expect.poll(read).toEqual({ slide, x, y })
  }
  await isShown(10, 20)
  await send({ slide })
  await shows(deck, undefined)
  for (const at of [
    [-1, 5],
    [1281, 5],
    [5, 721],
    [0.5, 5],
    ['1', 2],
    [1],
    [1, 2, 3],
    {},
    null,
    7,
  ]) {
    await send({ slide, at })
  }
  await send({ slide: 'tu-sach', at: [1, 1] })
  await send({ at: [1, 1] })
  await send('x')
  expect(await dotOn(deck)).toBe(undefined)
  // The next one that is one does.
  await isShown(30, 40)
  // Silence hides it.
  await shows(deck, undefined)
})
