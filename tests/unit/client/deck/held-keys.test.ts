import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HeldKeys } from '../../../../src/client/deck/first/held-keys.ts'

let page: EventTarget
let keys: HeldKeys

beforeEach(async () => {
  vi.resetModules()
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('location', new URL('https://example.org/#/one'))
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('Element', class {})
  const { holdKeys } = await import('../../../../src/client/deck/first/held-keys.ts')
  keys = holdKeys()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** Presses a key; returns whether the browser's own action is left to it. */
const press = (key: string) =>
  page.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, code: '' }))
const names = () => keys.take().map(({ key }) => key)

test('keys are kept in order and from the browser, but for those that reload the page', () => {
  expect(['ArrowRight', 'b', 'F5', '7'].map(press)).toEqual([false, false, true, true])
  expect(names()).toEqual(['ArrowRight', 'b', '7'])
})

test('the key that points while it is down is forgotten: by then it has come up', () => {
  expect(press('l')).toBe(false)
  press('n')
  expect(names()).toEqual(['n'])
})
