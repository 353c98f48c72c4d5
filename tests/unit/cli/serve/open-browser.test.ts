import { describe, expect, test } from 'vitest'
import {
  canOpenBrowser,
  nearestOf,
  openBrowser,
  openerFor,
  type Surroundings,
} from '../../../../src/cli/serve/open-browser.ts'

const at = (
  platform: NodeJS.Platform,
  env: Surroundings['env'] = {},
  isTerminal = true,
): Surroundings => ({ platform, env, isTerminal })

describe('a browser is opened', () => {
  test.for([
    at('darwin'),
    at('win32'),
    at('linux', { DISPLAY: ':0' }),
    at('linux', { WAYLAND_DISPLAY: 'wayland-0' }),
    at('freebsd', { DISPLAY: ':0' }),
    at('linux', { WSL_INTEROP: '/run/WSL/8_interop' }),
  ])('where somebody looks: %j', (surroundings) => {
    expect(canOpenBrowser(surroundings)).toBe(true)
    // The same place, where nobody looks.
    const { platform, env } = surroundings
    expect(canOpenBrowser(at(platform, env, false))).toBe(false)
    expect(canOpenBrowser(at(platform, { ...env, CI: 'true' }))).toBe(false)
    expect(canOpenBrowser(at(platform, { ...env, SSH_CONNECTION: '10.0.0.2 1 10.0.0.3 22' }))).toBe(
      false,
    )
  })

  test.for([at('linux'), at('linux', { DISPLAY: '' }), at('freebsd')])(
    'not on a machine without a screen: %j',
    (surroundings) => {
      expect(canOpenBrowser(surroundings)).toBe(false)
    },
  )

  test('without a word where the program for it is missing', async () => {
    const path = process.env.PATH
    process.env.PATH = '/nowhere'
    openBrowser('http://127.0.0.1:1/', at('linux'))
    // An error that nobody listens to would end the process in one of the next turns.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
    process.env.PATH = path
  })
})

describe('the address is given to', () => {
  const url = 'http://127.0.0.1:8018/?a=1&b=2'

  test('open on macOS, xdg-open elsewhere', () => {
    expect(openerFor(url, at('darwin'))).toEqual({ file: 'open', args: [url] })
    expect(openerFor(url, at('linux'))).toEqual({ file: 'xdg-open', args: [url] })
  })

  test('start on Windows, whose shell must not take & for the end of the command', () => {
    const { file, args, verbatim } = openerFor(url, at('win32'))
    expect([file, ...args].join(' ')).toBe(`cmd.exe /d /s /c "start "" "${url}""`)
    expect(verbatim).toBe(true)
    expect(openerFor(url, at('linux', { WSL_INTEROP: '/run/WSL/8_interop' }))).toEqual({
      file: 'cmd.exe',
      args: ['/d', '/c', 'start', 'http://127.0.0.1:8018/?a=1^&b=2'],
    })
  })
})

test('of several addresses, the one of this machine alone is opened', () => {
  const [far, near, six] = ['http://10.0.0.5:80/', 'http://127.0.0.1:80/', 'http://[::1]:80/']
  expect(nearestOf([far, near])).toBe(near)
  expect(nearestOf([far, six])).toBe(six)
  expect(nearestOf([far])).toBe(far)
  expect(nearestOf([])).toBeUndefined()
})
