import { describe, expect, test } from 'vitest'
import { findBrowser, type Machine } from '../../../../src/cli/browser/find-browser.ts'
import { DeckError } from '../../../../src/model/error.ts'

/** A machine that has only the named programs. */
const machine = (programs: readonly string[], more: Partial<Machine> = {}): Machine => ({
  env: { PATH: '/usr/local/bin:/usr/bin' },
  platform: 'linux',
  exists: (path) => programs.includes(path),
  packed: async () => undefined,
  ...more,
})

describe('the browser', () => {
  test('is the one named by CHROME_PATH', async () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' }
    const found = await findBrowser(machine(['/opt/chrome', '/usr/bin/chromium'], { env }))
    expect(found.path).toBe('/opt/chrome')
  })

  test('is never another one if CHROME_PATH is wrong', async () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/nothing' }
    await expect(findBrowser(machine(['/usr/bin/chromium'], { env }))).rejects.toThrow(
      'CHROME_PATH trỏ tới “/opt/nothing”',
    )
  })

  test('is a headless shell rather than a whole browser', async () => {
    const found = await findBrowser(
      machine(['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-headless-shell']),
    )
    expect(found.path).toBe('/usr/bin/chromium-headless-shell')
  })

  test('is found where macOS and Windows install it', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect((await findBrowser(machine([mac], { platform: 'darwin' }))).path).toBe(mac)
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect((await findBrowser(machine([edge], { platform: 'win32', env }))).path).toBe(edge)
  })

  test('is the packed one if no headless shell is installed, even if a whole browser is', async () => {
    const packed = { path: '/packed/chromium', env: { LD_LIBRARY_PATH: '/packed/lib' } }
    const more = { packed: async () => packed }
    expect(await findBrowser(machine([], more))).toBe(packed)
    expect(await findBrowser(machine(['/usr/bin/chromium'], more))).toBe(packed)
    const shell = '/usr/bin/chromium-headless-shell'
    expect(await findBrowser(machine([shell], more))).toEqual({ path: shell })
  })

  test('is a whole browser if there is nothing else', async () => {
    expect(await findBrowser(machine(['/usr/bin/chromium']))).toEqual({ path: '/usr/bin/chromium' })
  })

  test('is asked for with the name of a package if there is none', async () => {
    const failure = await findBrowser(machine([])).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DeckError)
    expect((failure as DeckError).hint).toContain('apt-get install chromium-headless-shell')
  })
})
