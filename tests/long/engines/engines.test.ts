import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { deckRunningOrder } from '../../../src/build/entry.ts'
import { createSite } from '../../../src/cli/serve/site.ts'
import {
  addressesOf,
  deployments,
  fileAddress,
  layPackedFiles,
} from '../../browser/support/deployments.ts'
import { lastId, slides } from '../../support/slides.ts'
import {
  kill,
  newPlace,
  pairWith,
  post,
  type RelayProcess,
  startRelay,
} from '../../unit/relay/process.ts'
import { chromium109 } from './chromium-109.ts'
import { type Engine, evaluate, type Window } from './engine.ts'
import { firefox } from './firefox.ts'
import { place, railOf, speakerSays, textOf } from './probe.ts'
import { presented, soon } from './walk.ts'
import { webkit } from './webkit.ts'

// The deck in every engine that a machine in a conference room may have, each beside the project's own browser. The scenes
// are few and long: an engine takes seconds to start, and a window of it a second.

layPackedFiles()

describe.for([
  ['Firefox', () => firefox()],
  ['WebKit', webkit],
  ['Chromium 109', chromium109],
] as const)('%s', ([name, start]) => {
  let engine: Engine
  /** Stays open, for a browser ends with its last window. */
  let first: Window

  beforeAll(async () => {
    engine = await start()
    first = await engine.open('about:blank')
  }, 200_000)
  afterAll(() => engine?.stop())
  afterEach(async () => {
    for (const window of await engine.windows()) if (window !== first) await window.close()
  })

  /** The window that opens when something is done. */
  const opened = async (act: () => Promise<void>): Promise<Window> => {
    const before = await engine.windows()
    await act()
    const fresh = async () => (await engine.windows()).filter((window) => !before.includes(window))
    await expect.poll(async () => (await fresh()).length, soon).toBe(1)
    const [window] = await fresh()
    if (!window) throw new Error('It closed at once.')
    return window
  }
  const says = (window: Window, selector: string) =>
    expect.poll(() => evaluate(window, textOf, selector).catch(() => ''), soon)

  describe.for(deployments)('on %s', (deployment) => {
    test('has a speaker’s screen that drives and follows, whatever happens to either', async () => {
      const deck = await presented(await engine.open(addressesOf(deployment).deck))
      const speaker = await opened(() => deck.press('s'))
      const both = async (id: string, step: number) => {
        await expect.poll(() => evaluate(deck, place).catch(() => ''), soon).toEqual({ id, step })
        await expect
          .poll(() => evaluate(speaker, speakerSays).catch(() => ''), soon)
          .toEqual({ id, step, says: 'Đã nối với màn hình chiếu' })
      }
      // Where the walk before has ended, kept by the machine or not.
      await deck.press('Home')
      await both('ngay-sach', 0)
      await speaker.press('PageDown')
      await both('tu-sach', 0)
      await deck.press('PageDown')
      await both('tu-sach', 1)
      await speaker.reload()
      await both('tu-sach', 1)
      await deck.press('PageDown')
      await both('khach-moi', 0)
      await deck.reload()
      await both('khach-moi', 0)
      await speaker.press('PageDown')
      await both('lich-ngay', 0)
      // The rail is a share of the slide, however small that is shown.
      const railOnDeck = await evaluate(deck, railOf, 'section.present')
      const present = await evaluate(speaker, railOf, '.present .frame section')
      const coming = await evaluate(speaker, railOf, '.coming .frame section')
      for (const height of [present, coming]) {
        expect.soft(Math.abs((height ?? 0) - (railOnDeck ?? 0))).toBeLessThanOrEqual(0.2)
      }
      await deck.close()
      const lost = 'Mất kết nối với màn hình chiếu. Bấm “Kết nối lại”.'
      await says(speaker, '.partner-state').toBe(lost)
      const again = await presented(await opened(() => speaker.click('.connect')))
      await says(speaker, '.partner-state').toBe('Đã nối với màn hình chiếu')
      await speaker.press('End')
      await expect.poll(() => evaluate(again, place), soon).toEqual({ id: lastId, step: 0 })
    })

    test('saves a private version that opens by itself', async () => {
      const page = await engine.open(addressesOf(deployment).review)
      await says(page, '.page-header nav:not([hidden])').toContain('Soạn bản riêng')
      await page.click('.edit-version')
      await expect.poll(() => evaluate(page, textOf, '.card .edit'), soon).not.toBe('')
      await page.click('.card:has([id="tu-sach"]) [data-do="hide"]')
      await says(page, '.summary').toContain('Đang ẩn 1 trang.')
      const files = async () =>
        (await readdir(engine.downloads, { withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(engine.downloads, entry.name))
      for (const old of await files()) await rm(old)
      await page.click('.version-editor [data-do="save"]')
      const texts = async () => Promise.all((await files()).map((file) => readFile(file, 'utf8')))
      const whole = async () => (await texts()).find((text) => text.trimEnd().endsWith('</html>'))
      await expect.poll(whole, soon).toBeDefined()
      const saved = fileAddress(`bản riêng, ${name}, ${deployment}.html`)
      await writeFile(fileURLToPath(saved), (await whole()) ?? '')
      const own = await presented(await engine.open(saved))
      const shown = slides.map(({ id }) => id).filter((id) => id !== 'tu-sach')
      expect(
        await evaluate(own, () =>
          [...document.querySelectorAll('.slides > section')].map(({ id }) => id),
        ),
      ).toEqual(shown)
      await own.press('PageDown')
      await expect.poll(() => evaluate(own, place), soon).toEqual({ id: shown[1], step: 0 })
    })
  })

  test('opens the built site again when its server is gone', async () => {
    const site = createSite(inject('dist')).listen(0, '127.0.0.1')
    await once(site, 'listening')
    // A server that listens has an address with a port.
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
    const deck = await presented(await engine.open(address))
    await says(deck, '#help .offline').toBe('Dùng được khi không có mạng')
    await deck.close()
    site.close()
    site.closeAllConnections()
    const again = await presented(await engine.open(`${address}#/viec-3`))
    expect(await evaluate(again, place)).toEqual({ id: 'viec-3', step: 0 })
    await again.press('End')
    await expect.poll(() => evaluate(again, place), soon).toEqual({ id: lastId, step: 0 })
    await again.visit(`${address}outline.html`)
    await says(again, '.outline').toContain('Việc 3')
  })

  test('follows a relay, and the one that takes its place', async () => {
    const { place: folder, remove } = await newPlace()
    const options = { runningOrder: deckRunningOrder(), state: join(folder, 'live.json') }
    let relay: RelayProcess = await startRelay(inject('dist'), options)
    try {
      const token = await pairWith(relay)
      const tell = (slide: string, step: number) =>
        post(relay, '/live', { slide, step, screen: 'slide' }, { token })
      const viewer = await presented(await engine.open(`http://127.0.0.1:${relay.port}/`))
      await says(viewer, '.live p').toBe('Chưa bắt đầu trình bày')
      await tell('tu-sach', 1)
      await expect.poll(() => evaluate(viewer, place), soon).toEqual({ id: 'tu-sach', step: 1 })
      await says(viewer, '.live p').toBe('Đang theo người trình bày')
      const { port } = relay
      await kill(relay)
      await says(viewer, '.live p').toBe('Mất kết nối – đang nối lại')
      relay = await startRelay(inject('dist'), { ...options, port })
      await tell('viec-3', 0)
      await expect
        .poll(() => evaluate(viewer, place), { timeout: 60_000 })
        .toEqual({ id: 'viec-3', step: 0 })
      await says(viewer, '.live p').toBe('Đang theo người trình bày')
    } finally {
      await kill(relay)
      await remove()
    }
  })
})
