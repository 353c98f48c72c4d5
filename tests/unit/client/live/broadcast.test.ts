import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { View } from '../../../../src/model/deck/running-order.ts'
import { runningOrder } from '../../../support/running-order.ts'

let answer: (path: string, init?: RequestInit) => Promise<Response>
let kept: Map<string, string>
const words = { textContent: '' }

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  kept = new Map([['bao-cao-vien:phat-truc-tiep quyen', '1 1']])
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
  const element = (more: object) => ({
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    remove: () => undefined,
    classList: { toggle: () => undefined },
    ...more,
  })
  vi.stubGlobal('document', {
    createElement: (name: string) =>
      name === 'p' ? Object.assign(words, element({})) : element({}),
  })
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => answer(path, init))
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Runs `broadcast` with the parts of a session and a page that it uses. */
async function present() {
  const { broadcast } = await import('../../../../src/client/live/broadcast.ts')
  const session = {
    runningOrder,
    view: { slide: 'one', step: 0, screen: 'slide' } as View,
    onChange: () => undefined,
    show(view: View) {
      session.view = view
    },
  }
  broadcast(session as never, { append: () => undefined } as never)
  await vi.advanceTimersByTimeAsync(50)
}

const plain = { 'Content-Type': 'text/plain; charset=utf-8' }

test.for([
  [403, 'proxy phía trước đổi Host.\n', plain, 'proxy phía trước đổi Host.'],
  [403, '<h1>403 Forbidden</h1>', { 'Content-Type': 'text/html' }, 'trả lời lỗi 403'],
  [401, 'Máy này chưa ghép với máy chủ.\n', plain, 'Ghép lại bằng mã mới.'],
  [502, 'Bad gateway', { 'Content-Type': 'text/html' }, 'Mất kết nối với máy chủ phát trực tiếp'],
] as const)(
  'an answer of %i “%s” is explained to the presenter',
  async ([status, body, headers, said]) => {
    answer = async () => new Response(body, { status, headers })
    await present()
    expect(words.textContent).toContain(said)
  },
)

test('a talk goes on while a proxy briefly has no relay', async () => {
  const good = async () => Response.json({ lease: 1, seq: 2, viewers: 3 })
  answer = good
  await present()
  for (const status of [404, 405]) {
    answer = async () => new Response('404 page not found', { status })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(words.textContent).toContain(`trả lời lỗi ${status} – đang thử lại`)
    answer = good
    await vi.advanceTimersByTimeAsync(10_000)
    expect(words.textContent).toBe('Đang phát trực tiếp: 3 màn hình đang theo')
  }
})

test.for([
  '{}',
  '{"lease":"1","seq":2,"viewers":3}',
  '{"lease":1,"seq":2}',
  '[]',
  '<h1>Đăng nhập mạng</h1>',
])('an answer that is not the relay’s, %s, counts as none', async (body) => {
  answer = async () => new Response(body)
  await present()
  expect(words.textContent).toBe('Mất kết nối với máy chủ phát trực tiếp – đang nối lại')
  answer = async () => Response.json({ lease: 1, seq: 2, viewers: 3 })
  await vi.advanceTimersByTimeAsync(2000)
  expect(words.textContent).toBe('Đang phát trực tiếp: 3 màn hình đang theo')
})

test('a first take-over that fails is tried again as one, and moves no viewer', async () => {
  kept.clear()
  const posts: unknown[] = []
  const audience = { epoch: 1, slide: runningOrder[2]?.id, step: 0, screen: 'slide', seq: 7 }
  answer = async () => {
    throw new TypeError('Failed to fetch')
  }
  await present()
  answer = async (path, init) => {
    if (path === 'live/state') return Response.json(audience)
    posts.push(JSON.parse(String(init?.body)))
    return Response.json({ lease: 2, seq: 8, viewers: 3 })
  }
  await vi.advanceTimersByTimeAsync(2000)
  expect(posts).toEqual([{ slide: audience.slide, step: 0, screen: 'slide' }])
})

test('a host that has no relay any more is forgotten before the first take-over too', async () => {
  kept.clear()
  kept.set('bao-cao-vien:phat-truc-tiep', '1')
  answer = async () => new Response('404 page not found', { status: 404 })
  await present()
  expect([...kept.values()]).not.toContain('1')
})
