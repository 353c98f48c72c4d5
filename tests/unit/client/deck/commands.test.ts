import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Command } from '../../../../src/model/talk/command.ts'

let page: EventTarget
/** What waits for the piece that is loaded later. */
let waiting: ((later: unknown) => void)[]
/** What that piece was asked to do. */
let done: string[]
let run: (command: Command) => void

beforeEach(async () => {
  vi.resetModules()
  page = new EventTarget()
  waiting = []
  done = []
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined }))
  vi.stubGlobal('document', { documentElement: {} })
  vi.doMock('../../../../src/client/deck/load-later.ts', () => ({
    prepareLater: () => undefined,
    useLater: (use: (later: unknown) => void) => waiting.push(use),
  }))
  const { controlDeck } = await import('../../../../src/client/deck/commands.ts')
  const session = { view: { screen: 'slide', slide: 'one', step: 0 } }
  ;({ run } = controlDeck({ session } as never))
})
afterEach(() => {
  vi.doUnmock('../../../../src/client/deck/load-later.ts')
  vi.unstubAllGlobals()
})

function arrive() {
  const actions = {
    pointer: () => done.push('pointer'),
    help: () => done.push('help'),
  }
  for (const use of waiting) use({ startControls: () => ({ actions }) })
}

test('a key that is still down when what points is loaded points', () => {
  run('pointer')
  arrive()
  expect(done).toEqual(['pointer'])
})

test('a key that came up while what points was loaded points no more, and others work', () => {
  run('pointer')
  run('help')
  page.dispatchEvent(new Event('keyup'))
  arrive()
  expect(done).toEqual(['help'])
})
