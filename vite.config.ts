import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ownOutput } from './src/build/output.ts'
import { deckPages, preloadFonts } from './src/build/plugin.ts'

const root = import.meta.dirname

export default defineConfig({
  root: join(root, 'src/pages'),
  base: './',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [deckPages(), preloadFonts(), ownOutput()],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: false,
    target: ['chrome109', 'edge109', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      {
        root,
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/pages/**'] },
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
    ],
  },
})
