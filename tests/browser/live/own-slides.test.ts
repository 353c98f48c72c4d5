import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deckRunningOrder } from '../../../src/build/entry.ts'
import { violations } from '../support/axe.ts'
import {
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { openVersionEditor, readVersionFile } from '../support/page-actions.ts'
import { kill, listen, relayIn } from '../support/relay.ts'

let folder = ''
let relay: ReturnType<typeof relayIn>
/** In front of the relay, as a proxy is: it stays when the relay is killed. */
let front: Server
let isDead = false
let origin = ''
const contexts: Awaited<ReturnType<typeof newContext>>[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-slides-'))
  relay = relayIn(folder)
  front = createServer((request, response) => {
    if (isDead) response.writeHead(502).end()
    else relay.server.emit('request', request, response)
  })
  origin = `http://127.0.0.1:${await listen(front)}`
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await kill(front)
  await rm(folder, { recursive: true })
})

/** A machine of its own, with a window that was opened at an address. */
async function machine(path: string, options?: BrowserContextOptions) {
  const context = await newContext(options)
  contexts.push(context)
  // Time goes by as ever until a test hastens it.
  await context.clock.install()
  return { context, ...(await openIn(context, origin + path)) }
}

const patient = { timeout: 20_000, interval: 100 }
/** Reads a page again and again while the time of another goes by faster: what that waits for. */
const sooner = <Read>(other: Page, read: () => Promise<Read>) =>
  expect.poll(async () => {
    await other.clock.runFor(500)
    return read()
  }, patient)
const says = (page: Page, text: string) =>
  expect.poll(() => textOf(page, '.live p'), patient).toBe(text)
const isAt = (page: Page, id: string) =>
  expect.poll(() => position(page), patient).toEqual({ id, step: 0 })
const following = 'Đang theo người trình bày'
const slides = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slides > section')].map(({ id }) => id),
  )
const deckSlides = deckRunningOrder().map(({ id }) => id)

/** The words of a slide that can be seen. */
const seen = (page: Page, id: string) =>
  page.evaluate((id) => {
    const slide = document.getElementById(id)
    const box = slide?.getBoundingClientRect()
    return slide && box && box.height > 0 && getComputedStyle(slide).visibility === 'visible'
      ? (slide.querySelector('.main')?.textContent ?? '')
      : undefined
  }, id)

async function pair(page: Page) {
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await expect.poll(() => textOf(page, '.live-state'), patient).toContain('Đang phát trực tiếp')
}

test('the presenter’s own slides and cover follow too, for the time of the talk', async () => {
  const viewer = await machine('/')
  await presents(viewer.page)
  await says(viewer.page, 'Chưa bắt đầu trình bày')
  const deckOnly = await slides(viewer.page)
  expect(deckOnly).toEqual(deckSlides)

  const speaker = await machine(`/live/pair#${relay.keys.code}`)
  await pair(speaker.page)
  await says(viewer.page, following)
  // The version is made while the talk is on; the speaker's screen then presents it.
  const review = await openIn(speaker.context, `${origin}/review.html`)
  await openVersionEditor(review.page)
  await readVersionFile(review.page)
  await review.page.close()
  const ownSlides = ['rieng-2', 'rieng-1']
  await sooner(speaker.page, () => slides(viewer.page)).toHaveLength(deckOnly.length + 2)
  const there = await slides(viewer.page)
  expect(there.filter((id) => !ownSlides.includes(id))).toEqual(deckOnly)
  // Each stands behind the slide that it follows on the presenter's screen, whose order is private.
  expect(there[there.indexOf('rieng-2') - 1]).toBe('ngay-sach')
  expect(there[there.indexOf('rieng-1') - 1]).toBe('con-so')
  expect(await seen(viewer.page, 'ngay-sach')).toContain(
    'Hội trường huyện ủy · 25/5/2018 · Nguyễn Văn Á',
  )
  expect((await textOf(viewer.page, '#rieng-1 .foot'))?.trim()).toBe(
    String(there.indexOf('rieng-1') + 1),
  )

  await speaks(speaker.page)
  await speaker.page.keyboard.press('PageDown')
  await isAt(viewer.page, 'rieng-2')
  expect(await seen(viewer.page, 'rieng-2')).toContain('Lý do có buổi này')
  await says(viewer.page, following)

  // Where hidden and moved slides give the speaker other numbers, the speaker is told the viewers'.
  const heading = () => textOf(speaker.page, '.present h2')
  expect(await heading()).not.toContain('điểm cầu')
  await speaker.page.keyboard.type('4')
  await speaker.page.keyboard.press('Enter')
  await expect.poll(heading).toMatch(/^Trang 4\//)
  const { id } = await speakerPosition(speaker.page)
  await isAt(viewer.page, id)
  const theirs = await textOf(viewer.page, `[id="${id}"] .folio`)
  expect(theirs).not.toBe('4')
  expect(await heading()).toContain(`điểm cầu thấy trang ${theirs} ·`)
  await speaker.page.keyboard.type('2')
  await speaker.page.keyboard.press('Enter')
  await isAt(viewer.page, 'rieng-2')

  // Late joiners get them, in whatever way they hold their screens.
  const phone = await machine('/', { viewport: { width: 360, height: 740 } })
  await expect.poll(() => seen(phone.page, 'rieng-2'), patient).toContain('Chào hội nghị')
  await says(phone.page, following)
  const top = () =>
    phone.page.evaluate(() => document.getElementById('rieng-2')?.getBoundingClientRect().top)
  await expect.poll(async () => Math.abs((await top()) ?? 999), patient).toBeLessThan(100)
  expect(await seen(phone.page, 'viec-1')).toBeTruthy()

  // Whoever looks around finds them in their places, and what is text stays text.
  await viewer.page.keyboard.press('o')
  await expect
    .poll(() => viewer.page.locator('#overview a[href="#rieng-1"]').count(), patient)
    .toBe(1)
  await viewer.page.keyboard.press('Escape')
  await viewer.page.keyboard.press('m')
  await viewer.page.locator('#contents a[href="#rieng-1"]').click()
  await isAt(viewer.page, 'rieng-1')
  await says(viewer.page, 'Đang tự xem')
  expect(await seen(viewer.page, 'rieng-1')).toContain('Ý một <b>')
  expect(await viewer.page.locator('#rieng-1 b').count()).toBe(0)
  expect(await violations(viewer.page)).toEqual([])
  await viewer.page.keyboard.press('ArrowLeft')
  expect((await position(viewer.page)).id).toBe('con-so')

  // The relay is killed, and knows nothing of them when it comes back.
  isDead = true
  front.closeAllConnections()
  await relay.stop()
  await says(phone.page, 'Mất kết nối – đang nối lại')
  expect(await seen(phone.page, 'rieng-2')).toContain('Chào hội nghị')
  relay = relayIn(folder)
  isDead = false
  await says(phone.page, following)
  expect(await seen(phone.page, 'rieng-2')).toContain('Chào hội nghị')
  const late = await machine('/')
  await sooner(speaker.page, () => position(late.page)).toEqual({ id: 'rieng-2', step: 0 })
  await says(late.page, following)

  // A window on the speaker's own machine follows like any other, and leaves the version alone.
  const own = await openIn(speaker.context, `${origin}/?theo`)
  await presents(own.page)
  await isAt(own.page, 'rieng-2')
  await own.page.close()
  await speaker.page.reload()
  await pair(speaker.page)
  expect(await speakerPosition(speaker.page)).toMatchObject({ id: 'rieng-2' })

  // Another presenter has none: they go, and nothing of them stays.
  const other = await machine(`/live/pair#${relay.keys.code}`)
  await pair(other.page)
  await other.page.keyboard.press('End')
  for (const { page } of [late, phone, viewer]) {
    await expect.poll(() => slides(page), patient).toEqual(deckOnly)
    expect(await page.locator('.own-cover').count()).toBe(0)
  }
  await isAt(late.page, deckOnly.at(-1) ?? '')
  await says(viewer.page, 'Đang tự xem')
  expect(await position(viewer.page)).toMatchObject({ id: 'con-so' })
  await late.page.keyboard.press('o')
  await expect
    .poll(() => late.page.locator('#overview .groups a[href]').count(), patient)
    .toBe(deckOnly.length)
  await expect
    .poll(() => textOf(speaker.page, '.live-state'), patient)
    .toContain('Máy khác đang trình bày')
  const wrong = [viewer, speaker, phone, late, other].flatMap(({ complaints }) => complaints)
  // What the browser itself writes of a stream that breaks off, and of answers that refuse.
  const expected = [
    /net::ERR_INCOMPLETE_CHUNKED_ENCODING/,
    /failed: .*\/live(\/own-slides.*|\/state)?$/,
    /\b(502|409|428|404)\b/,
  ]
  expect(wrong.filter((one) => !expected.some((words) => words.test(one)))).toEqual([])
}, 180_000)
