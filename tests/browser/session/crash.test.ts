import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { chromium } from '../../support/playwright.ts'
import {
  browserArgs,
  countOf,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { addressesOf, deployments, layPackedFiles } from '../support/deployments.ts'
import { goTo } from '../support/page-actions.ts'

layPackedFiles()

let profile = ''
let running: ChildProcess | undefined

/** Starts a browser that can be killed as a whole, on the same profile each time. */
async function start(): Promise<BrowserContext> {
  const { path, env } = inject('program')
  const child = spawn(
    path,
    [
      ...browserArgs,
      '--headless',
      '--no-sandbox',
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

/** How many slides and steps a deck has come on. */
const number = (deckPage: Page) =>
  deckPage.evaluate(() => {
    const all = [...document.querySelectorAll('.slides > section, .slides .fragment')]
    const shown = document.querySelector('section.present')
    return (
      all.indexOf(shown as Element) + (shown?.querySelectorAll('.fragment.visible').length ?? 0)
    )
  })

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

describe('a browser that is killed', () => {
  test('comes back on the same slide and step, the time kept, then at most one step behind when it is killed in the middle of a press, in both deployments', async () => {
    // What one deployment keeps the other does not see: one browser and one crash serve both.
    const before = await start()
    const open = await Promise.all(
      deployments.map(async (deployment) => {
        const { deck, speaker } = addressesOf(deployment)
        const deckPage = await show(before, deck)
        await presents(deckPage)
        const speakerPage = await show(before, speaker)
        await speaks(speakerPage)
        await goTo(speakerPage, 'con-so')
        await speakerPage.keyboard.press('PageDown')
        return { deckPage, speakerPage }
      }),
    )
    for (const { deckPage, speakerPage } of open) {
      await expect.poll(() => position(deckPage)).toEqual({ id: 'con-so', step: 1 })
      await expect
        .poll(() => textOf(speakerPage, '.clocks [data-time="spent"] dd'), {
          timeout: 10_000,
        })
        .toMatch(/^0:0[2-9]$/)
    }
    await kill()

    const context = await start()
    const deckPages: Page[] = []
    for (const deployment of deployments) {
      const { deck, speaker } = addressesOf(deployment)
      const again = await show(context, deck)
      await presents(again)
      // Of what the deck keeps, the hint that there is something may be lost; then it opens first.
      await expect.poll(() => position(again)).toEqual({ id: 'con-so', step: 1 })
      const deskAgain = await show(context, speaker)
      await speaks(deskAgain)
      await expect.poll(() => speakerPosition(deskAgain)).toEqual({ id: 'con-so', step: 1 })
      const spent = await textOf(deskAgain, '.clocks [data-time="spent"] dd')
      expect(Number(spent?.split(':')[1])).toBeGreaterThanOrEqual(2)
      expect(await textOf(deskAgain, '.notice')).toBe('')
      // The show goes on where it was.
      await again.keyboard.press('F5')
      expect(await position(again)).toMatchObject({ id: 'con-so' })
      await deskAgain.close()
      deckPages.push(again)
    }

    const expected = await Promise.all(
      deckPages.map(async (deckPage) => {
        for (let press = 0; press < 5; press++) await deckPage.keyboard.press('PageDown')
        return number(deckPage)
      }),
    )
    await kill()

    const last = await start()
    for (const [at, deployment] of deployments.entries()) {
      const deckPage = await show(last, addressesOf(deployment).deck)
      await presents(deckPage)
      await expect
        .poll(() => number(deckPage))
        .toBeGreaterThanOrEqual((expected[at] ?? Number.NaN) - 1)
      expect(await number(deckPage)).toBeLessThanOrEqual(expected[at] ?? Number.NaN)
      expect(await countOf(deckPage, 'section.present')).toBe(1)
      expect(await textOf(deckPage, '.notice')).toBe('')
    }
  })
})
