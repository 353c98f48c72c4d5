import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vite'
// Types only, because Vitest is not installed where the deck is only shown.
import type {} from 'vitest/config'
import { pagesConfig } from './src/build/config.ts'
import { SlowestFirst } from './tests/support/slowest-first.ts'

// Vite alone would write nothing and say so in English, or nothing at all.
if (!process.env.VITEST) {
  console.error(
    'Lỗi: Bộ trang chiếu này không dựng thẳng bằng lệnh vite.\nDùng npm start, npm run dev hoặc npm run build.',
  )
  process.exit(2)
}

const root = import.meta.dirname

/** The deck in `slides/`. */
const own = 'slides/deck.ts'

/**
 * The sample deck. Tests of how the program works know its slides by id, and do not depend on
 * `slides/`.
 */
const known = 'tests/sample-deck/deck.ts'

/**
 * A project of tests with a deck. If `testTimeout` is given, its tests run in a browser, on built
 * pages. Time limits allow for a loaded machine; they do not say how fast the code is.
 */
const project = (name: string, include: readonly string[], deck: string, testTimeout?: number) => ({
  name,
  include: [...include],
  // Test files share a process, its modules and its browser; starting these for each file took a
  // quarter of the time.
  isolate: false,
  // Twice the room that Node has for short-lived objects: collecting them took a twelfth of the time
  // of these processes.
  execArgv: ['--max-semi-space-size=32'],
  env: { DECK: deck },
  resolve: { alias: { '#deck': join(root, deck) } },
  expect: { poll: { timeout: 15_000 } },
  testTimeout: 30_000,
  hookTimeout: 30_000,
  ...(testTimeout && {
    globalSetup: 'tests/browser/support/setup.ts',
    testTimeout,
    hookTimeout: 60_000,
  }),
})

export default defineConfig({
  ...pagesConfig(),
  test: {
    // Two more than there are cores, because tests spend a part of their time waiting.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: SlowestFirst },
    projects: [
      // What the deck says: these tests run on the deck in `slides/`.
      project(
        'deck',
        ['tests/deck/unit/*.test.ts', 'tests/unit/render/{any-deck,outline}.test.ts'],
        own,
      ),
      project(
        'deck-browser',
        ['tests/deck/browser/*.test.ts', 'tests/browser/print/paper.test.ts'],
        own,
        60_000,
      ),
      // How the program works: these tests run on the sample deck.
      project('unit', ['tests/{unit,bench}/**/*.test.{ts,tsx}'], known),
      project('browser', ['tests/browser/**/*.test.ts'], known, 60_000),
      // The walks that `browser` makes on the built site, on the packed file.
      {
        ...project('packed', ['tests/browser/**/*.test.ts'], known, 60_000),
        env: { DECK: known, WALKED: 'the packed file' },
      },
      // What users run, on a copy of the repository that these tests build themselves.
      {
        ...project('user', ['tests/user/**/*.test.ts'], own),
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
      // The only tests that look at pictures of pages.
      {
        ...project('ocr', ['tests/ocr/**/*.test.ts'], own, 600_000),
        env: { DECK: own, PAINTED: '1' },
      },
      {
        ...project('long', ['tests/long/**/*.test.ts'], known, 600_000),
        exclude: ['tests/long/{engines/lines,own-office}.test.ts'],
      },
      // What other projects try with a tenth of the samples, or a third of the sizes of a window.
      {
        ...project(
          'thorough',
          [
            'tests/unit/**/*.property.test.{ts,tsx}',
            'tests/unit/relay/nats/shared-register.test.ts',
            'tests/browser/{speaker/room,version/everywhere}.test.ts',
          ],
          known,
          600_000,
        ),
        env: { DECK: known, THOROUGH: '1' },
      },
      project('long-deck', ['tests/long/{engines/lines,own-office}.test.ts'], own, 600_000),
    ].map(({ resolve, ...test }) => ({ root, resolve, test })),
  },
})
