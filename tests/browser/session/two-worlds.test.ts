import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastId, slides } from '../../support/slides.ts'
import {
  has,
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { addressesOf, fileAddress, layPackedFiles } from '../support/deployments.ts'
import { openVersionEditor, press } from '../support/page-actions.ts'

// As in an engine that takes each window of a file for a world of its own: the only way left is that
// between a window and the one that opened it.

layPackedFiles()

let context: BrowserContext
let deck: Page
let speaker: Page

const state = () => textOf(speaker, '.partner-state')
const both = async (id: string, step = 0) => {
  await expect.poll(() => position(deck)).toEqual({ id, step })
  await expect.poll(() => speakerPosition(speaker)).toEqual({ id, step })
}
const pressedIn = async (page: Page, act: () => Promise<void>): Promise<Page> => {
  const [opened] = await Promise.all([page.waitForEvent('popup'), act()])
  opened.setDefaultTimeout(10_000)
  return opened
}

async function openBoth(): Promise<void> {
  context = await newContext()
  await context.addInitScript(() => {
    window.BroadcastChannel.prototype.postMessage = () => {}
  })
  deck = (await openIn(context, addressesOf('the packed file').deck)).page
  await presents(deck)
  speaker = await pressedIn(deck, () => deck.keyboard.press('s'))
  await speaks(speaker)
}

test('two windows that only know who opened whom go together, whatever happens to one', async () => {
  await openBoth()
  // Nor may the machine's memory be the way.
  await context.addInitScript(() => {
    indexedDB.open = () => {
      throw new Error('none')
    }
  })
  await expect.poll(state).toBe('Đã nối với màn hình chiếu')
  await speaker.keyboard.press('PageDown')
  await both('tu-sach')
  await deck.keyboard.press('PageDown')
  await both('tu-sach', 1)

  await speaker.reload()
  await speaks(speaker)
  await both('tu-sach', 1)
  await deck.keyboard.press('PageDown')
  await both('khach-moi')

  // A deck that is loaded again knows nothing, not even whom it opened.
  await deck.reload()
  await presents(deck)
  await both('khach-moi')
  await deck.keyboard.press('PageDown')
  await both('lich-ngay')
  await speaker.keyboard.press('b')
  await has(deck, '.reveal.paused')

  await deck.close()
  // A deck may only be reloading, until it was not heard for some time: it passes at once.
  await speaker.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + 3000
  })
  await expect.poll(state).toBe('Mất kết nối với màn hình chiếu. Bấm “Kết nối lại”.')
  deck = await pressedIn(speaker, () =>
    speaker.getByRole('button', { name: 'Kết nối lại' }).click(),
  )
  await presents(deck)
  await both('lich-ngay')
  await expect.poll(state).toBe('Đã nối với màn hình chiếu')
  // Dark as it was: the first press only lights it.
  await speaker.keyboard.press('End')
  await has(deck, '.reveal:not(.paused)')
  await speaker.keyboard.press('End')
  await both(lastId)
  await speaker.close()
  expect(context.pages()).toEqual([deck])
  await context.close()
})

describe('of two such windows,', () => {
  beforeAll(openBoth)
  afterAll(() => context.close())

  test('a speaker’s screen opened by the plain link goes with its deck', async () => {
    await speaker.close()
    await deck.evaluate(() => {
      window.open = () => null
    })
    // Until the deck hears that the window is closed, it shows that one.
    await expect
      .poll(async () => {
        await deck.keyboard.press('s')
        return deck.locator('#blocked').isVisible()
      })
      .toBe(true)
    speaker = await pressedIn(deck, () => deck.locator('#blocked .partner').click())
    await speaks(speaker)
    await expect.poll(state).toBe('Đã nối với màn hình chiếu')
    await speaker.keyboard.press('End')
    await both(lastId)
  })

  test('a window that neither opened the deck nor was opened by it is not heard', async () => {
    // What a true one says, word for word.
    const said = speaker.evaluate(
      () =>
        new Promise<string>((resolve) =>
          addEventListener('message', ({ data }) => {
            if (data.data.kind === 'state') resolve(JSON.stringify(data))
          }),
        ),
    )
    for (const key of ['Escape', 'Home']) await deck.keyboard.press(key)
    const words = await said
    await both('ngay-sach')
    const forged = JSON.parse(words)
    forged.data.shared.view.value.slide = lastId
    forged.data.shared.view.revision += 100
    const frame = fileAddress('khung.html')
    await writeFile(
      fileURLToPath(frame),
      `<iframe width="1200" height="700" src="${addressesOf('the packed file').deck}"></iframe>`,
    )
    const { page: stranger } = await openIn(context, frame)
    const framed = stranger.frameLocator('iframe')
    await framed.locator('.presenting section.present').waitFor()
    const say = (page: Page) =>
      page.evaluate((forged) => (frames[0] ?? window).postMessage(forged, '*'), forged)
    await say(stranger)
    // Not even the deck's own hand is one.
    await say(deck)
    await speaker.keyboard.press('PageDown')
    await both('tu-sach')
    expect(await framed.locator('section.present').getAttribute('id')).toBe('ngay-sach')
    // The same words, from a window that belongs here. Said now: a key that was pressed after what they
    // say would be pressed again on it.
    forged.data.shared.view.when = Date.now()
    await speaker.evaluate((forged) => opener.postMessage(forged, '*'), forged)
    await expect.poll(() => position(deck)).toEqual({ id: lastId, step: 0 })
    await stranger.close()
  })

  test('a speaker’s screen hears of a version that is made where its deck was', async () => {
    await speaker.keyboard.press('Home')
    await both('ngay-sach')
    await deck.goto(addressesOf('the packed file').review)
    await openVersionEditor(deck)
    await press(deck, 'tu-sach', 'hide')
    await expect
      .poll(() => speaker.locator('.present h2').textContent(), { timeout: 10_000 })
      .toContain(`Trang 1/${slides.length - 1}`)
  })
})
