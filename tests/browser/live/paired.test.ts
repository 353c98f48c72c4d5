import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newContext, openIn, speaks } from '../support/browser.ts'
import { kill, listen, relayIn } from '../support/relay.ts'

/** Has a server listen until the test is over; resolves with its port. */
async function portOf(server: Server): Promise<number> {
  const port = await listen(server)
  onTestFinished(() => kill(server))
  return port
}

async function openRelay() {
  const folder = await mkdtemp(join(tmpdir(), 'paired-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { server, keys } = relayIn(folder)
  return { keys, origin: `http://127.0.0.1:${await portOf(server)}` }
}

const broadcasts = async (page: Page) => {
  await speaks(page)
  await expect
    .poll(() => page.locator('.live-state').textContent())
    .toContain('Đang phát trực tiếp')
}

test('a screen stays paired beside another relay, and when a mail leads to it; no other site presents', async () => {
  const [one, other] = [await openRelay(), await openRelay()]
  const context = await newContext()
  onTestFinished(() => context.close())
  const missing: string[] = []
  context.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url())
  })

  const { page, complaints } = await openIn(context, `${one.origin}/live/pair`)
  // Pasted into the tab that is open already.
  await page.evaluate((code) => {
    location.hash = code
  }, one.keys.code)
  await page.waitForURL(`${one.origin}/speaker.html`)
  await broadcasts(page)
  const second = await openIn(
    context,
    `${other.origin}/live/pair?utm_source=zalo#${other.keys.code}`,
  )
  await second.page.waitForURL(`${other.origin}/speaker.html`)
  await broadcasts(second.page)
  await page.reload()
  await broadcasts(page)
  // A page that is left breaks its stream off.
  const others = [...complaints, ...second.complaints].filter(
    (one) => !/failed: .*\/live$/.test(one),
  )
  expect(others).toEqual([])

  // Another site: its name is another one, of the same machine.
  const mail = createServer((_, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<link rel="icon" href="data:,"><a href="${one.origin}/speaker.html">Mở</a>`)
  })
  const { page: read } = await openIn(context, `http://localhost:${await portOf(mail)}/`)
  const statuses: number[] = []
  read.on('response', (response) => statuses.push(response.status()))
  await read.evaluate(async (origin) => {
    await fetch(`${origin}/live`, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'include',
      body: JSON.stringify({ slide: 'ngay-sach', step: 0, screen: 'black' }),
    }).catch(() => undefined)
  }, one.origin)
  expect(statuses).toEqual([403])
  await read.locator('a').click()
  await broadcasts(read)
  await read.reload()
  await broadcasts(read)
  expect(missing).toEqual([])
})
