import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { position, presents, speakerPosition, speaks } from './browser.ts'
import { addressesOf, homes, layPackedFiles } from './homes.ts'

layPackedFiles()

let profile = ''
let running: ChildProcess | undefined

/** Starts a browser that can be killed as a whole, on the same profile each time. */
async function start(): Promise<BrowserContext> {
  const { path, env } = inject('program')
  const child = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      '--window-size=1280,720',
      `--user-data-dir=${profile}`,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  running = child
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const found = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(said)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no context of its own.')
  return context
}

/** Kills the browser without a word, as a crash or an empty battery does. */
async function kill(): Promise<void> {
  if (!running?.pid) return
  const gone = once(running, 'exit')
  // The whole group: some systems start a browser by a script of their own.
  process.kill(-running.pid, 'SIGKILL')
  await gone
  running = undefined
}

const show = async (context: BrowserContext, address: string) => {
  const page = await context.newPage()
  await page.goto(address)
  return page
}

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'profile-'))
})
afterEach(async () => {
  await kill()
  // The killed browser's helpers let go of the folder a moment later.
  await setTimeout(300)
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

describe.for(homes)('a browser that is killed while it shows %s', (home) => {
  test('comes back on the same slide and step, the time kept', async () => {
    const { deck, speaker } = addressesOf(home)
    const before = await start()
    const hall = await show(before, deck)
    await presents(hall)
    const desk = await show(before, speaker)
    await speaks(desk)
    await desk.keyboard.type('6')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('PageDown')
    await expect.poll(() => position(hall)).toEqual({ id: 'ket-qua', step: 1 })
    await expect
      .poll(() => desk.locator('.clocks [data-time="spent"] dd').textContent(), { timeout: 10_000 })
      .toMatch(/^0:0[2-9]$/)
    await kill()

    const after = await start()
    const again = await show(after, deck)
    await presents(again)
    expect(await position(again)).toEqual({ id: 'ket-qua', step: 1 })
    const deskAgain = await show(after, speaker)
    await speaks(deskAgain)
    expect(await speakerPosition(deskAgain)).toEqual({ id: 'ket-qua', step: 1 })
    const spent = await deskAgain.locator('.clocks [data-time="spent"] dd').textContent()
    expect(Number(spent?.split(':')[1])).toBeGreaterThanOrEqual(2)
    expect(await deskAgain.locator('.notice').textContent()).toBe('')
    // The show goes on where it was.
    await again.keyboard.press('F5')
    expect(await position(again)).toMatchObject({ id: 'ket-qua' })
  })

  test('is at most one step behind when it is killed in the middle of a press', async () => {
    const { deck } = addressesOf(home)
    let expected = 0
    for (let round = 0; round < 2; round++) {
      const hall = await show(await start(), deck)
      await presents(hall)
      const number = () =>
        hall.evaluate(() => {
          const all = [...document.querySelectorAll('.slides > section, .slides .fragment')]
          const shown = document.querySelector('section.present')
          return (
            all.indexOf(shown as Element) +
            (shown?.querySelectorAll('.fragment.visible').length ?? 0)
          )
        })
      const found = await number()
      expect(found).toBeGreaterThanOrEqual(Math.max(expected - 1, 0))
      expect(found).toBeLessThanOrEqual(expected)
      for (let press = 0; press < 5; press++) await hall.keyboard.press('PageDown')
      expected = await number()
      await kill()
    }
    const hall = await show(await start(), deck)
    await presents(hall)
    expect(await hall.locator('section.present').count()).toBe(1)
    expect(await hall.locator('.notice').textContent()).toBe('')
  })
})
