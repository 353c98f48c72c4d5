import { afterEach, expect, test, vi } from 'vitest'
import { schemeSwitch } from '../../../../src/client/ui/scheme.ts'

afterEach(() => vi.unstubAllGlobals())

test('the button names the other scheme, also after the system has switched', () => {
  const system = Object.assign(new EventTarget(), { matches: false })
  vi.stubGlobal('matchMedia', () => system)
  // The part of an element that the switch uses.
  const root = { dataset: {} } as HTMLElement
  const button = {} as HTMLElement
  const turn = schemeSwitch(root, button)
  expect(button.textContent).toBe('Nền tối')
  system.matches = true
  system.dispatchEvent(new Event('change'))
  expect(button.textContent).toBe('Nền sáng')
  turn()
  expect(root.dataset.scheme).toBe('light')
  expect(button.textContent).toBe('Nền tối')
})
