import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { inlineStyle } from './src/build/first-paint.ts'
import { ownOutput } from './src/build/output.ts'
import { packFiles } from './src/build/pack.ts'
import { deckPages } from './src/build/plugin.ts'
import { listForWorker } from './src/build/worker.ts'

const root = import.meta.dirname

export default defineConfig({
  root: join(root, 'src/pages'),
  base: './',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [deckPages(), inlineStyle(), packFiles(), listForWorker(), ownOutput()],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: false,
    target: ['chrome109', 'edge109', 'firefox115'],
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
        sw: join(root, 'src/shell/worker.ts'),
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
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{pages,long,ocr}/**'],
        },
      },
      {
        root,
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: 'tests/pages/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'ocr',
          include: ['tests/ocr/**/*.test.ts'],
          globalSetup: 'tests/pages/setup.ts',
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/pages/setup.ts',
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
