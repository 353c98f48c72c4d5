import { afterEach, expect, test, vi } from 'vitest'
import { copy } from '../../../../src/client/browser/clipboard.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A page whose Clipboard API answers with `write`; returns what `execCommand` copied. */
function pageThat(write: () => Promise<void>): Map<string, string> {
  const copied = new Map<string, string>()
  vi.stubGlobal('navigator', { clipboard: { write } })
  vi.stubGlobal('ClipboardItem', class {})
  const page = new EventTarget()
  const execCommand = () => {
    const clipboardData = { setData: (type: string, text: string) => copied.set(type, text) }
    return page.dispatchEvent(Object.assign(new Event('copy'), { clipboardData }))
  }
  vi.stubGlobal('document', Object.assign(page, { execCommand }))
  return copied
}

test.for([
  ['refuses', () => Promise.reject(new Error('denied'))],
  ['never answers', () => new Promise<void>(() => undefined)],
] as const)('where the Clipboard API %s, text is copied by execCommand', async ([, write]) => {
  vi.useFakeTimers()
  const copied = pageThat(write)
  const copying = copy({ 'text/plain': 'a', 'text/html': '<p>a' })
  await vi.runAllTimersAsync()
  expect(await copying).toBe(true)
  expect(Object.fromEntries(copied)).toEqual({ 'text/plain': 'a', 'text/html': '<p>a' })
})
