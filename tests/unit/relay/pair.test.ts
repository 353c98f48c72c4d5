import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { respond } from '../../../src/cli/serve/site.ts'
import { type Pairing, pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { isForAudience } from '../../../src/relay/public-files.ts'
import { createRelay, type Relay } from '../../../src/relay/server.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../support/running-order.ts'
import { ask } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'pair-'))
let relay: Relay
let keys: Pairing
const at = () => ({ port: (relay.server.address() as AddressInfo).port })
const origin = () => `http://127.0.0.1:${at().port}`

beforeAll(async () => {
  const relayState = fileState(join(folder, 'live.json'), runningOrder)
  keys = pairingWith(relayState.pairingKeys)
  relay = createRelay({
    runningOrder,
    relayState,
    keys,
    headers: securityHeaders,
    connections: 100,
    site: (request, response, paired) =>
      respond(folder, request, response, { isOpen: isForAudience, paired }),
  })
  await once(relay.server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  await relay.stop()
  await rm(folder, { recursive: true })
})

/** The pairing page, opened at an address, with the parts of a browser that its script uses. */
function openPage(
  address: string,
  { proxyHost, blocked = false }: { readonly proxyHost?: string; readonly blocked?: boolean } = {},
) {
  const page = new URL(address, origin())
  const seen: string[] = []
  const state = { textContent: '' }
  const form = Object.assign(new EventTarget(), { elements: { code: { value: '' } } })
  const document = Object.assign(new EventTarget(), {
    querySelector: (selector: string) => (selector === 'form' ? form : state),
  })
  const own = new EventTarget()
  const kept = new Map<string, string>()
  runInNewContext(
    readFileSync(join(import.meta.dirname, '../../../src/relay/pair-page/pair.js'), 'utf8'),
    {
      decodeURIComponent,
      document,
      addEventListener: own.addEventListener.bind(own),
      localStorage: {
        setItem(name: string, value: string) {
          if (blocked) throw new Error('SecurityError')
          kept.set(name, value)
        },
      },
      location: {
        get hash() {
          return page.hash
        },
        pathname: page.pathname,
        search: page.search,
        replace: (to: string) => seen.push(`to ${to}`),
      },
      history: {
        replaceState: (_: unknown, __: string, to: string) => {
          page.href = new URL(to, page.origin).href
          seen.push(`at ${to}`)
        },
      },
      fetch: async (path: string, init: { body: string; headers: Record<string, string> }) => {
        seen.push('asks')
        const { status, headers, body } = await ask(at(), new URL(path, page).pathname, {
          ...init,
          method: 'POST',
          headers: { ...init.headers, Origin: page.origin, Host: proxyHost ?? page.host },
        })
        return new Response(body, { status, headers: { 'Content-Type': headers['content-type'] } })
      },
    },
  )
  document.dispatchEvent(new Event('DOMContentLoaded'))
  return {
    seen,
    state,
    kept,
    paste(hash: string) {
      page.hash = hash
      own.dispatchEvent(new Event('hashchange'))
    },
    type(code: string) {
      form.elements.code.value = code
      form.dispatchEvent(new Event('submit', { cancelable: true }))
    },
  }
}

describe('the pairing page', () => {
  test('has an icon, and links to nothing that is missing', async () => {
    const { body } = await ask(at(), '/live/pair')
    const named = [...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, name = '']) => name)
    expect(body).toMatch(/<link rel="icon" href=/)
    // What the build writes beside the deck.
    await writeFile(join(folder, 'fonts.css'), '')
    for (const name of named) {
      const { pathname } = new URL(name, `${origin()}/live/pair`)
      // The deck, which whoever is not paired follows.
      const status = name === '..' ? 302 : 200
      expect({ name, status: (await ask(at(), pathname)).status }).toEqual({ name, status })
    }
  })

  test('pairs by its link, whose code leaves the address before any request', async () => {
    const { seen, kept } = openPage(`/live/pair?zarsrc=30#${keys.code}`)
    await expect.poll(() => seen).toEqual(['at /live/pair', 'asks', 'to ../speaker.html'])
    expect(kept.get('bao-cao-vien:phat-truc-tiep')).toBe('1')
  })

  test('pairs by a link that is pasted into its tab', async () => {
    const { seen, paste } = openPage('/live/pair')
    expect(seen).toEqual([])
    paste(keys.code)
    await expect.poll(() => seen).toEqual(['at /live/pair', 'asks', 'to ../speaker.html'])
  })

  test.for(['%', '%E1%', ''])('works for a link with %j in place of a code', async (hash) => {
    const { seen, type } = openPage(`/live/pair#${hash}`)
    expect(seen).not.toContain('asks')
    type(keys.code)
    await expect.poll(() => seen.slice(-2)).toEqual(['asks', 'to ../speaker.html'])
  })

  test('pairs by a link whose hyphen was escaped', async () => {
    const { seen } = openPage(`/live/pair#${keys.code.replace('-', '%2D')}`)
    await expect.poll(() => seen.at(-1)).toBe('to ../speaker.html')
  })

  test('says what is missing if the browser stores nothing', async () => {
    const { seen, state } = openPage(`/live/pair#${keys.code}`, { blocked: true })
    await expect.poll(() => state.textContent).toContain('Trình duyệt không cho lưu gì')
    expect(seen).not.toContain('to ../speaker.html')
  })

  test('shows the relay’s message: a wrong code, a proxy, too many guesses', async () => {
    const wrong = openPage('/live/pair')
    wrong.type('AAAAA-AAAAA')
    await expect.poll(() => wrong.state.textContent).toContain('Mã không đúng hoặc đã dùng rồi.')
    const { host } = new URL(origin())
    const behind = openPage('/live/pair', { proxyHost: '10.0.0.1:8018' })
    behind.type(keys.code)
    await expect
      .poll(() => behind.state.textContent)
      .toBe(
        `Trang web mở ở “${host}” mà máy chủ nhận được tên “10.0.0.1:8018”: proxy phía trước đổi Host. Đặt proxy giữ nguyên Host; với nginx: proxy_set_header Host $http_host.`,
      )
    for (let each = 0; each < 10; each++) wrong.type('AAAAA-AAAAA')
    await expect.poll(() => wrong.state.textContent).toContain('Đã thử sai nhiều lần.')
  })
})
