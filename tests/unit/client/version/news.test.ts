import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type News = typeof import('../../../../src/client/version/news.ts')

let page: EventTarget & { fullscreenElement?: object }
/** Whether a dialog is open in this window, which has the focus. */
let asks: boolean
let said: string[]
let reloads: number
/** Says something from another window. */
let tell: (news: string) => void
let news: News

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  page = Object.assign(new EventTarget(), {
    documentElement: { dataset: { deck: 'one' } },
    querySelector: () => (asks ? {} : null),
    hasFocus: () => true,
  })
  said = []
  reloads = 0
  asks = false
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('location', {
    reload: () => {
      reloads += 1
    },
  })
  vi.doMock('../../../../src/client/session/window-messages.ts', () => ({
    windowMessages: () => ({
      send: (data: { news: string }) => said.push(data.news),
      receive: (listener: (data: object) => void) => {
        tell = (news) => listener({ news, key: 'ban-rieng' })
      },
    }),
  }))
  news = await import('../../../../src/client/version/news.ts')
  news.followChanges(async () => true)
})
afterEach(() => {
  vi.doUnmock('../../../../src/client/session/window-messages.ts')
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a window shows what it has changed itself soon, where no other is in full screen', async () => {
  news.tellChange()
  news.showOwnChange()
  expect(said).toEqual(['changed'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(reloads).toBe(1)
})

test('a window shows what it has changed itself no sooner than the deck’s in full screen', async () => {
  news.tellChange()
  news.showOwnChange()
  tell('busy')
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(reloads).toBe(0)
  tell('free')
  await vi.advanceTimersByTimeAsync(0)
  expect(reloads).toBe(1)
})

test('the deck’s window in full screen says so, and shows the change when it leaves', async () => {
  page.fullscreenElement = {}
  tell('changed')
  await vi.advanceTimersByTimeAsync(60_000)
  expect([said, reloads]).toEqual([['busy'], 0])
  page.fullscreenElement = undefined as never
  page.dispatchEvent(new Event('fullscreenchange'))
  await vi.advanceTimersByTimeAsync(0)
  expect([said, reloads]).toEqual([['busy', 'free'], 1])
})

test('a page that the Back button restores looks for what was changed meanwhile', async () => {
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  await vi.advanceTimersByTimeAsync(0)
  expect(reloads).toBe(0)
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  await vi.advanceTimersByTimeAsync(0)
  expect(reloads).toBe(1)
})

test('a window with a dialog in use shows a change from elsewhere once the dialog is closed', async () => {
  tell('changed')
  // Opened while the change settles.
  asks = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect([said, reloads]).toEqual([['busy'], 0])
  // Another window that was busy as well.
  tell('free')
  await vi.advanceTimersByTimeAsync(0)
  expect(reloads).toBe(0)
  asks = false
  page.dispatchEvent(new Event('close'))
  await vi.advanceTimersByTimeAsync(0)
  expect([said, reloads]).toEqual([['busy', 'free'], 1])
})

test('a window shows what its own dialog has changed while that is still open', async () => {
  asks = true
  news.tellChange()
  news.showOwnChange()
  tell('busy')
  tell('free')
  await vi.advanceTimersByTimeAsync(0)
  expect(reloads).toBe(1)
})
