import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vite'
// Its types alone: who only shows the deck has no tests.
import type {} from 'vitest/config'
import { inlineStyle } from './src/build/first-paint.ts'
import { ownOutput } from './src/build/output.ts'
import { packFiles } from './src/build/pack.ts'
import { deckPages } from './src/build/plugin.ts'
import { sayScriptless } from './src/build/scriptless.ts'
import { cssTarget, target } from './src/build/target.ts'
import { listForWorker } from './src/build/worker.ts'

const root = import.meta.dirname

/** The deck of `slides/`. */
const own = 'slides/deck.ts'

/** The deck that the tests of how everything works know by name, whatever `slides/` says. */
const known = 'tests/sample-deck/deck.ts'

/**
 * Tests on one deck; in a browser, on its built pages, if they have a time limit of their own. Limits
 * say how long a loaded machine may take, not how fast the code is.
 */
const project = (name: string, include: readonly string[], deck: string, testTimeout?: number) => ({
  name,
  include: [...include],
  // Files share a process, its modules and its browser: to start them anew took a quarter of the time.
  isolate: false,
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
  root: join(root, 'src/pages'),
  base: './',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [deckPages(), inlineStyle(), sayScriptless(), packFiles(), listForWorker(), ownOutput()],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: false,
    target,
    cssTarget,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A slow machine is no news to whoever prints or presents.
      checks: { bundlerTimings: false },
      input: {
        index: join(root, 'src/pages/index.html'),
        speaker: join(root, 'src/pages/speaker.html'),
        review: join(root, 'src/pages/review.html'),
        outline: join(root, 'src/pages/outline.html'),
        check: join(root, 'src/pages/check.html'),
        'huong-dan': join(root, 'src/pages/huong-dan.html'),
        sw: join(root, 'src/client/offline/service-worker.ts'),
      },
      output: {
        // A service worker keeps its address; it looks after the folder it stands in.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What two pages share comes in one piece, not in one a module.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
      },
    },
  },
  test: {
    // Two more than there are cores, for a part of the time is waited in.
    maxWorkers: availableParallelism() + 2,
    projects: [
      // What the deck says, on whatever deck that is.
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
      // How everything works, on a deck whose slides these tests know by name.
      project('unit', ['tests/{unit,bench}/**/*.test.{ts,tsx}'], known),
      project('browser', ['tests/browser/**/*.test.ts'], known, 60_000),
      // What a user runs, on a copy of what they get: it builds for itself.
      {
        ...project('user', ['tests/user/**/*.test.ts'], own),
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
      project('ocr', ['tests/ocr/**/*.test.ts'], own, 600_000),
      {
        ...project('long', ['tests/long/**/*.test.ts'], known, 600_000),
        exclude: ['tests/long/engines/lines.test.ts'],
      },
      project('long-deck', ['tests/long/engines/lines.test.ts'], own, 600_000),
    ].map(({ resolve, ...test }) => ({ root, resolve, test })),
  },
})
