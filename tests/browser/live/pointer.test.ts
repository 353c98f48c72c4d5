import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newContext, openIn, presents, speaks } from '../support/browser.ts'
import { dotOn, move, movesFirst, shows } from '../support/dot.ts'
import { kill, listen, relayIn } from '../support/relay.ts'

/** A relay with its state in a folder, at a port that it had before. */
async function openRelay(folder: string, before?: number) {
  const { server, keys, relayState } = relayIn(folder)
  const port = await listen(server, before)
  const die = async () => {
    await kill(server)
    await relayState.close()
  }
  return { keys, die, port }
}

async function onMachine() {
  const context = await newContext()
  onTestFinished(() => context.close())
  return (address: string) => openIn(context, address).then(({ page }) => page)
}

test('two sites see what the presenter points at, also after the relay was killed, unless they look around', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pointer-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  let relay = await openRelay(folder)
  onTestFinished(() => relay.die())
  const origin = `http://127.0.0.1:${relay.port}`
  const follow = async () => {
    const page = await (await onMachine())(`${origin}/`)
    await presents(page)
    return page
  }
  const [one, other] = [await follow(), await follow()]
  const open = await onMachine()
  const speaker = await open(`${origin}/live/pair#${relay.keys.code}`)
  await speaker.waitForURL(`${origin}/speaker.html`)
  await speaks(speaker)
  const says = (page: Page, place: string, words: string) =>
    expect.poll(() => page.locator(place).textContent(), { timeout: 30_000 }).toContain(words)
  await says(speaker, '.live-state', '2 màn hình đang theo')
  const sent: string[] = []
  speaker.on('request', (request) => {
    if (request.url().endsWith('/live/pointer')) sent.push(request.postData() ?? '')
  })

  const slide = 'ngay-sach'
  await move(speaker, 10, 10)
  expect(sent).toEqual([])
  await speaker.keyboard.down('l')
  await movesFirst(speaker, { slide, x: 640, y: 360 })
  for (const page of [one, other]) await shows(page, { slide, x: 640, y: 360 })
  // Who joins now is told with the next place.
  const late = await follow()
  await move(speaker, 700, 300)
  for (const page of [one, other, late]) await shows(page, { slide, x: 700, y: 300 })
  await late.close()
  await speaker.keyboard.up('l')
  for (const page of [one, other]) await shows(page, undefined)
  expect(JSON.parse(sent.at(-1) ?? '')).toEqual({ slide, lease: 1 })

  // What the deck's own window on the presenter's machine points at goes the same way.
  const deck = await open(`${origin}/#/${slide}`)
  await presents(deck)
  expect(deck.url()).not.toContain('theo')
  await deck.keyboard.down('l')
  await expect
    .poll(async () => {
      await move(deck, 101, 200, 'section.present')
      await move(deck, 100, 200, 'section.present')
      return dotOn(one)
    })
    .toEqual({ slide, x: 100, y: 200 })
  await deck.keyboard.up('l')
  await shows(one, undefined)
  await deck.close()

  // The relay dies with the pointer out and a row lit, and comes back.
  await speaker.bringToFront()
  const isLit = (page: Page, lit: boolean) =>
    expect.poll(() => page.locator('.spotlight').count()).toBe(lit ? 1 : 0)
  await speaker.keyboard.press('k')
  for (const page of [one, other]) await isLit(page, true)
  await speaker.keyboard.down('l')
  await move(speaker, 200, 300)
  await shows(one, { slide, x: 200, y: 300 })
  await relay.die()
  for (const page of [one, other]) {
    await shows(page, undefined)
    await says(page, '.live p', 'Mất kết nối')
  }
  relay = await openRelay(folder, relay.port)
  for (const page of [one, other]) {
    await says(page, '.live p', 'Đang theo người trình bày')
    await isLit(page, true)
  }
  const joined = await follow()
  await isLit(joined, true)
  await joined.close()
  await speaker.keyboard.press('j')
  for (const page of [one, other]) await isLit(page, false)
  await move(speaker, 210, 300)
  for (const page of [one, other]) await shows(page, { slide, x: 210, y: 300 })

  // Who looks around does not see it, even on the same slide, and does once back.
  await other.keyboard.press('PageDown')
  await other.keyboard.press('PageUp')
  await says(other, '.live p', 'Đang tự xem')
  await move(speaker, 220, 300)
  await shows(one, { slide, x: 220, y: 300 })
  expect(await dotOn(other)).toBe(undefined)
  await other.getByRole('button', { name: 'Quay lại trang đang trình bày' }).click()
  await shows(other, { slide, x: 220, y: 300 })
  await speaker.keyboard.press('PageDown')
  for (const page of [one, other]) await shows(page, undefined)
  await speaker.keyboard.up('l')

  // A follower points for nobody.
  await one.keyboard.down('l')
  await move(one, 300, 300, 'section.present')
  await one.keyboard.press('k')
  expect(await dotOn(one)).toBe(undefined)
  await isLit(one, false)
  expect(await one.locator('.live p').textContent()).toBe('Đang theo người trình bày')
}, 120_000)
