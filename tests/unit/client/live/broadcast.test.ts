import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keysOf } from '../../../../src/model/record.ts'
import type { OwnSlides } from '../../../../src/model/talk/own-slides.ts'
import type { PresenterPost } from '../../../../src/model/talk/relay-protocol.ts'
import type { View } from '../../../../src/model/talk/view.ts'
import { runningOrder as deckOrder } from '../../../support/running-order.ts'
import { otherViews } from '../../../support/views.ts'
import { limit } from './limit.ts'

let answer: (path: string, init?: RequestInit) => Promise<Response>
let kept: Map<string, string>
const words = { textContent: '' }
/** Presses the button that takes over. */
let press: () => unknown
/** Has the relay tell a state, as viewers hear it. */
let hear: (told: object) => void
vi.mock('../../../../src/client/live/event-stream.ts', () => ({
  listen(listener: { hear: typeof hear }) {
    hear = listener.hear
  },
}))

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
    addEventListener: (_: string, act: () => unknown) => {
      press = act
    },
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
  vi.restoreAllMocks()
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Runs `broadcast` with the parts of a session and a page that it uses. */
const runningOrder = [
  ...deckOrder,
  { id: 'rieng-1', name: 'A', part: '', seconds: 60, steps: 0 },
] as const

async function present(view: View = { slide: 'one', step: 0, screen: 'slide' }, own?: OwnSlides) {
  const { broadcast } = await import('../../../../src/client/live/broadcast.ts')
  const session = {
    runningOrder,
    view,
    onChange: () => undefined,
    show(view: View) {
      session.view = view
    },
  }
  broadcast(session as never, { append: () => undefined } as never, own)
  await vi.advanceTimersByTimeAsync(50)
  return session
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

test('a line on which everything takes ten seconds carries the talk after a few tries', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(limit)
  answer = (_, init) =>
    new Promise((resolve, reject) => {
      setTimeout(() => resolve(Response.json({ lease: 1, seq: 2, viewers: 3 })), 10_000)
      init?.signal?.addEventListener('abort', reject)
    })
  await present()
  await vi.advanceTimersByTimeAsync(30_000)
  const said = 'Đang phát trực tiếp: 3 màn hình đang theo'
  expect(words.textContent).toBe(said)
  // And stays so.
  for (let time = 0; time < 60; time++) {
    await vi.advanceTimersByTimeAsync(1000)
    expect(words.textContent).toBe(said)
  }
})

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

test.for(keysOf(otherViews))('the presenter’s window sends %s of its view', async (field) => {
  const posts: PresenterPost[] = []
  answer = async (_, init) => {
    posts.push(JSON.parse(String(init?.body)))
    return Response.json({ lease: 1, seq: 2, viewers: 1 })
  }
  const shown = otherViews[field]
  // Where nothing waits for it, the time of the start is nobody's business.
  await present(field === 'starts' ? { ...shown, screen: 'waiting' } : shown)
  expect(posts.at(0)?.[field]).toBe(shown[field])
})

test('a relay that lost its state is sent it as soon as it is heard from', async () => {
  const posts: PresenterPost[] = []
  answer = async (_, init) => {
    posts.push(JSON.parse(String(init?.body)))
    return Response.json({ lease: 1, seq: 5, viewers: 1 })
  }
  await present()
  const told = { epoch: 1, slide: 'one', step: 0, screen: 'slide', seq: 5 }
  hear(told)
  await vi.advanceTimersByTimeAsync(1000)
  expect(posts.length).toBe(1)
  hear({ ...told, epoch: 2, seq: 0, slide: '' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(posts.at(1)).toMatchObject({ slide: 'one', lease: 1, seq: 5 })
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

const own: OwnSlides = {
  cover: { place: '', date: '', speaker: '' },
  slides: [{ id: 'rieng-1', after: 'one', title: 'A', points: [] }],
}
const hash = '0123456789abcdef0123456789abcdef'
const onOwn: View = { slide: 'rieng-1', step: 0, screen: 'slide' }

test('own slides are lent before a view names them, and again to a relay that was restarted', async () => {
  const posts: [string, unknown][] = []
  /** Whether the relay has them. */
  let has = false
  answer = async (path, init) => {
    const body = JSON.parse(String(init?.body))
    posts.push([path, body])
    if (path === 'live/own-slides') {
      has = true
      return Response.json({ hash })
    }
    if (!has) return new Response('', { status: 428 })
    return Response.json({ lease: 1, seq: 2, viewers: 3 })
  }
  await present(onOwn, own)
  expect(posts).toEqual([
    ['live/own-slides', { own, lease: 1 }],
    ['live', { ...onOwn, lease: 1, seq: 1, own: hash }],
  ])
  expect(words.textContent).toBe('Đang phát trực tiếp: 3 màn hình đang theo')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(posts.splice(0).at(-1)).toEqual(['live', { ...onOwn, lease: 1, seq: 2, own: hash }])
  has = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(posts.map(([path]) => path)).toEqual(['live', 'live/own-slides', 'live'])
  expect(words.textContent).toBe('Đang phát trực tiếp: 3 màn hình đang theo')
})

test('a talk goes on without own slides that are refused, and says so', async () => {
  const posts: unknown[] = []
  answer = async (path, init) => {
    if (path === 'live/own-slides') return new Response('', { status: 413 })
    posts.push(JSON.parse(String(init?.body)))
    return Response.json({ lease: 1, seq: 2, viewers: 3 })
  }
  await present(undefined, own)
  expect(posts).toEqual([{ slide: 'one', step: 0, screen: 'slide', lease: 1, seq: 1 }])
  expect(words.textContent).toBe(
    'Đang phát trực tiếp: 3 màn hình đang theo. Người xem chưa có trang riêng',
  )
})

test('a relay whose disk lacks something is said to, until it has written it', async () => {
  let unwritten: boolean | undefined = true
  answer = async () => Response.json({ lease: 1, seq: 2, viewers: 3, unwritten })
  await present()
  const well = 'Đang phát trực tiếp: 3 màn hình đang theo'
  expect(words.textContent).toBe(`${well}. Máy chủ chưa ghi được xuống đĩa`)
  unwritten = undefined
  await vi.advanceTimersByTimeAsync(10_000)
  expect(words.textContent).toBe(well)
})

test('a relay that never has what it was lent is asked again later, not at once', async () => {
  let posts = 0
  answer = async (path) => {
    posts++
    return path === 'live/own-slides' ? Response.json({ hash }) : new Response('', { status: 428 })
  }
  await present(onOwn, own)
  expect(posts).toBe(4)
  expect(words.textContent).toContain('428')
})

test.for([401, 409])('an answer of %i to own slides ends the broadcast', async (status) => {
  const paths: string[] = []
  answer = async (path) => {
    paths.push(path)
    return path === 'live/state' ? Promise.reject(new TypeError()) : new Response('', { status })
  }
  await present(onOwn, own)
  expect(paths).not.toContain('live')
})

test('a take-over stays on its own slide, unless the same own slides are presented', async () => {
  for (const [told, slide] of [
    [hash, 'rieng-1'],
    ['f'.repeat(32), 'two'],
  ]) {
    kept.clear()
    const posts: PresenterPost[] = []
    answer = async (path, init) => {
      if (path === 'live/state') {
        return Response.json({ ...onOwn, epoch: 1, seq: 7, own: told })
      }
      if (path === 'live/own-slides') return Response.json({ hash })
      if (path.startsWith('live/own-slides?')) return new Response('', { status: 404 })
      posts.push(JSON.parse(String(init?.body)))
      return Response.json({ lease: 2, seq: 8, viewers: 3 })
    }
    await present({ slide: 'two', step: 0, screen: 'slide' }, own)
    expect(posts[0]).toEqual({ slide, step: 0, screen: 'slide', own: hash })
  }
})

test('who is superseded learns it at once and goes along, until taking over again', async () => {
  const good = async () => Response.json({ lease: 1, seq: 2, viewers: 3 })
  answer = good
  const session = await present()
  const told = { epoch: 1, step: 0, screen: 'slide', slide: 'two' }
  let posts: PresenterPost[] = []
  answer = async (_, init) => {
    posts.push(JSON.parse(String(init?.body)))
    return good()
  }
  // What it has sent itself is no news; of the viewers one is this screen.
  hear({ ...told, slide: 'one', seq: 2 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(posts).toEqual([])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(words.textContent).toBe('Đang phát trực tiếp: 2 màn hình đang theo')
  answer = async () => new Response('', { status: 409 })
  hear({ ...told, seq: 3 })
  expect(session.view.slide).toBe('one')
  await vi.advanceTimersByTimeAsync(1000)
  expect(words.textContent).toContain('Máy khác đang trình bày')
  expect(session.view.slide).toBe('two')
  hear({ ...told, seq: 4, slide: 'hidden', screen: 'black' })
  expect(session.view).toMatchObject({ slide: 'two', screen: 'black' })

  // A screen that is blank stays so, whatever slide is behind it, and what was told late moves nobody.
  posts = []
  answer = async (path, init) => {
    const missing = { ...told, slide: 'hidden', screen: 'black', seq: 4 }
    if (path === 'live/state') return Response.json(missing)
    hear({ ...told, seq: 5, slide: 'three' })
    posts.push(JSON.parse(String(init?.body)))
    return Response.json({ lease: 3, seq: 6, viewers: 3 })
  }
  press()
  await vi.advanceTimersByTimeAsync(50)
  expect(posts).toMatchObject([{ slide: 'two', step: 0, screen: 'black' }])
  expect(session.view).toMatchObject({ slide: 'two', screen: 'black' })
})

test('who takes over on an own slide that is missing here goes on at the slide before it', async () => {
  const slide = runningOrder.find(({ steps }) => steps > 0) ?? runningOrder[0]
  for (const [lent, at] of [
    [{ slides: [{ id: 'rieng-9', after: slide.id }] }, [slide.id, slide.steps]],
    [{ slides: [null, { id: 'rieng-9', after: 7 }] }, ['three', 0]],
    [[], ['three', 0]],
  ] as const) {
    kept.clear()
    const posts: PresenterPost[] = []
    answer = async (path, init) => {
      if (path === 'live/state') {
        return Response.json({ ...onOwn, slide: 'rieng-9', epoch: 1, seq: 7, own: hash })
      }
      if (path === `live/own-slides?${hash}`) return Response.json(lent)
      posts.push(JSON.parse(String(init?.body)))
      return Response.json({ lease: 2, seq: 8, viewers: 3 })
    }
    await present({ slide: 'three', step: 0, screen: 'slide' })
    expect(posts.map(({ slide, step }) => [slide, step])).toEqual([at])
  }
})
