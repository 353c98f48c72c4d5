import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { scan } from '../../support/qr.ts'
import { darkViolations, violations } from '../support/axe.ts'
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
import { edition } from '../support/version.ts'

/**
 * An address that every machine reaches itself by, also without a network, and that no page takes for
 * one of this machine only: a code for such an address is not shown.
 */
const host = '0.0.0.0'

async function openRelay(addresses: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'phone-'))
  const start = () => relayIn(folder, { addresses: () => addresses })
  let { server, keys } = start()
  const port = await listen(server, 0, host)
  onTestFinished(async () => {
    await kill(server)
    await rm(folder, { recursive: true })
  })
  return {
    keys,
    at: (host: string) => `http://${host}:${port}`,
    /** Ends it in the middle, and starts another with what it has left on the disk. */
    async restart() {
      await kill(server)
      ;({ server, keys } = start())
      await listen(server, port, host)
    },
  }
}

const state = (page: Page) => expect.poll(() => textOf(page, '.live-state'), { timeout: 15_000 })
/** Opens the dialog, whose button stands behind «Công cụ» in a small window. */
const openDialog = (page: Page) =>
  page
    .getByText('Ghép điện thoại')
    .first()
    .evaluate((button: HTMLElement) => button.click())
/** What a scanner reads in a code of a page, by default in the dialog, from its drawing. */
const scanned = async (page: Page, code = '#pair-phone .qr') => {
  await page.locator(code).waitFor()
  const { size, path } = await page.locator(code).evaluate((picture) => ({
    size: Number(picture.getAttribute('viewBox')?.split(' ')[2]),
    path: picture.querySelector('path')?.getAttribute('d') ?? '',
  }))
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  return scan(
    Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => dark.has(`${x} ${y}`)),
    ),
  )
}

test('a phone scans a code on the speaker’s screen, and leads the audience', async () => {
  const relay = await openRelay()
  const origin = relay.at(host)
  const laptop = await newContext()
  // Time goes by as ever until it is hastened.
  await laptop.clock.install()
  const pocket = await newContext({ viewport: { width: 360, height: 740 } })
  onTestFinished(async () => {
    await laptop.close()
    await pocket.close()
  })
  const { page, complaints } = await openIn(laptop, `${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await state(page).toContain('Đang phát trực tiếp')
  const deck = await openIn(laptop, `${origin}/`)
  await presents(deck.page)

  const { page: review } = await openIn(laptop, `${origin}/review.html`)
  await openVersionEditor(review)
  await readVersionFile(review)
  await review.close()
  const heading = (page: Page) => textOf(page, '.present h2')
  /** Reads the laptop's screen while its time goes by faster: what it waits before it looks again. */
  const sooner = (selector: string) =>
    expect.poll(
      async () => {
        await page.clock.runFor(500)
        return textOf(page, selector)
      },
      { timeout: 15_000 },
    )
  await sooner('.present h2').toContain(`Trang 1/${slidesOf(edition).length}`)
  await expect.poll(() => position(deck.page)).toBeDefined()
  await page.bringToFront()
  await page.keyboard.press('t')
  await openDialog(page)
  const link = await scanned(page)
  expect(link).toMatch(new RegExp(`^${origin}/live/pair#[A-Z2-9]{5}-[A-Z2-9]{5}$`))
  expect(await textOf(page, '#pair-phone .code')).toContain(link.split('#')[1])
  expect(await violations(page)).toEqual([])
  expect(await darkViolations(page)).toEqual([])
  // Closed, nothing of the code is left; opened again, it is another one.
  await page.keyboard.press('Escape')
  await expect.poll(() => page.content()).not.toContain(link.split('#')[1])
  await openDialog(page)
  const second = await scanned(page)
  expect(second).not.toBe(link)

  const phone = await openIn(pocket, link)
  await expect.poll(() => textOf(phone.page, '[role=status]')).toContain('Mã không đúng')
  await phone.page.goto(second)
  await phone.page.waitForURL(`${origin}/speaker.html`)
  await speaks(phone.page)
  await state(phone.page).toContain('Đang phát trực tiếp')
  // The phone has the laptop's private version, with its notes and hidden slides, and its clock.
  expect(await heading(phone.page)).toContain(`Trang 1/${slidesOf(edition).length}`)
  expect(await phone.page.content()).toContain('Nói chậm')
  expect(await textOf(phone.page, '[data-command="pause"]')).toBe('Tạm dừng')
  // The laptop says so and goes along, and with it the deck.
  await sooner('#pair-phone [role=status]').toContain('Đã ghép')
  await page.keyboard.press('Escape')
  await page.keyboard.press('PageDown')
  await state(page).toBe(
    'Máy khác đang trình bày, màn hình này đi theo. Bấm “Tiếp quản” để trình bày từ máy này.',
  )
  for (let times = 0; times < 4; times++) await phone.page.keyboard.press('PageDown')
  const there = await speakerPosition(phone.page)
  await expect.poll(() => speakerPosition(page), { timeout: 15_000 }).toEqual(there)
  // Its own keys part neither of them from the sites.
  await page.keyboard.press('PageDown')
  await expect.poll(() => speakerPosition(page), { timeout: 15_000 }).toEqual(there)
  await expect.poll(() => position(deck.page), { timeout: 15_000 }).toEqual(there)
  // Taken over, it leads again, and the phone goes along.
  await page.getByRole('button', { name: 'Tiếp quản' }).click()
  await state(page).toContain('Đang phát trực tiếp')
  await page.keyboard.press('Home')
  await phone.page.keyboard.press('PageDown')
  await state(phone.page).toContain('Máy khác đang trình bày')
  await expect
    .poll(() => speakerPosition(phone.page), { timeout: 15_000 })
    .toEqual(await speakerPosition(page))
  expect(complaints.filter((one) => !/\b(409|403)\b|failed: .*\/live$/.test(one))).toEqual([])

  // Two sites follow whoever leads; the relay that is killed meanwhile is the same to all of them.
  const sites: Page[] = []
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 740, height: 360 },
  ]) {
    const site = await newContext({ viewport })
    onTestFinished(() => site.close())
    sites.push((await openIn(site, `${origin}/?theo`)).page)
  }
  const everywhere = async () => {
    const at = await speakerPosition(phone.page)
    for (const each of [deck.page, ...sites]) {
      await expect.poll(() => position(each), { timeout: 30_000 }).toEqual(at)
    }
  }
  await phone.page.getByRole('button', { name: 'Tiếp quản' }).click()
  await state(phone.page).toContain('Đang phát trực tiếp')
  await phone.page.keyboard.press('PageDown')
  await everywhere()
  await relay.restart()
  await phone.page.keyboard.press('PageDown')
  await everywhere()
}, 180_000)

test('a code that no phone could use is not shown, and the screen says why', async () => {
  const relay = await openRelay()
  const context = await newContext()
  onTestFinished(() => context.close())
  const origin = relay.at('127.0.0.1')
  const { page } = await openIn(context, `${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await openDialog(page)
  await expect
    .poll(() => textOf(page, '#pair-phone [role=status]'))
    .toContain('“127.0.0.1”, chỉ máy này vào được')
  expect(await page.locator('#pair-phone .qr').count()).toBe(0)
})

test('on the relay’s own machine the code has the address that others reach', async () => {
  const relay = await openRelay(['http://192.168.1.10:8018/'])
  const context = await newContext()
  onTestFinished(() => context.close())
  const origin = relay.at('127.0.0.1')
  const { page } = await openIn(context, `${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await openDialog(page)
  expect(await scanned(page)).toMatch(/^http:\/\/192\.168\.1\.10:8018\/live\/pair#/)
})

test('on a machine in several networks the speaker chooses, and the audience is shown that address', async () => {
  const homes = ['http://172.17.0.1:8018/', 'http://192.168.1.10:8018/']
  const relay = await openRelay(homes)
  const context = await newContext({ viewport: { width: 1920, height: 1080 } })
  onTestFinished(() => context.close())
  const origin = relay.at('127.0.0.1')
  const { page } = await openIn(context, `${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await state(page).toContain('Đang phát trực tiếp')
  const deck = await openIn(context, `${origin}/`)
  await presents(deck.page)
  await page.keyboard.press('c')
  await expect
    .poll(() => deck.page.locator('.waiting .viewers-address').allTextContents())
    .toEqual(homes.map((home) => new URL(home).host))
  expect(await deck.page.locator('.waiting .qr').count()).toBe(0)
  await openDialog(page)
  await page.locator('#pair-phone button', { hasText: '192.168.1.10:8018' }).click()
  expect(await scanned(page)).toMatch(/^http:\/\/192\.168\.1\.10:8018\/live\/pair#/)
  expect(await scanned(deck.page, '.waiting .qr')).toBe('http://192.168.1.10:8018/?theo')
  expect(deck.complaints).toEqual([])
}, 60_000)

test('the waiting slide shows where those in the room can follow, if a relay is there', async () => {
  const relay = await openRelay()
  const origin = relay.at(host)
  const laptop = await newContext({ viewport: { width: 1920, height: 1080 } })
  onTestFinished(() => laptop.close())
  const { page } = await openIn(laptop, `${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  await state(page).toContain('Đang phát trực tiếp')
  const deck = await openIn(laptop, `${origin}/`)
  const site = await openIn(laptop, `${origin}/?theo`)
  for (const one of [deck, site]) await presents(one.page)
  await page.bringToFront()
  await page.keyboard.press('c')
  for (const one of [deck, site]) {
    expect(await scanned(one.page, '.waiting .qr')).toBe(`${origin}/?theo`)
    expect(await textOf(one.page, '.waiting .viewers')).toBe(`Theo dõi tại${new URL(origin).host}`)
    expect(await violations(one.page)).toEqual([])
    // What the audience reads is never smaller than 3.7 % of the slide's height.
    const size = await one.page
      .locator('.viewers-address')
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize) / innerHeight)
    expect(size).toBeGreaterThan(0.037)
    expect(deck.complaints).toEqual([])
  }
  // A site without a relay is asked nothing, and shows nothing.
  const plain = await openIn(laptop)
  await presents(plain.page)
  await plain.page.keyboard.press('c')
  await plain.page.locator('.waiting').waitFor()
  expect(await plain.page.locator('.waiting .beside').count()).toBe(0)
  expect(plain.complaints).toEqual([])
}, 60_000)
