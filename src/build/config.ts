import { join } from 'node:path'
import type { UserConfig } from 'vite'
import { cssTarget, target } from './bundle.ts'
import type { Sheets } from './fonts.ts'
import { deckPages } from './plugin.ts'
import { sharedChunks } from './plugins/chunks.ts'
import { firstScript, inlineStyle } from './plugins/first-paint.ts'
import { fontSheet } from './plugins/font-sheet.ts'
import { slimReveal } from './plugins/reveal.ts'
import { sayScriptless } from './plugins/scriptless.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Vite's configuration of the pages, for the development server, which fills them, and for bundling
 * what does not depend on the slides, with the stylesheets of the fonts: see `siteFiles`.
 */
export const pagesConfig = (sheets?: Sheets): UserConfig => ({
  root: join(root, 'src/pages'),
  base: './',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [
    deckPages(sheets && { screen: sheets.screen.path, paper: sheets.paper.path }),
    slimReveal(),
    sharedChunks(),
    firstScript(),
    inlineStyle(),
    sayScriptless(),
    fontSheet(),
  ],
  build: {
    // Nothing that Vite would write by itself is filled.
    write: false,
    target,
    cssTarget,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        first: join(root, 'src/client/deck/first/first.ts'),
        index: join(root, 'src/pages/index.html'),
        speaker: join(root, 'src/pages/speaker.html'),
        review: join(root, 'src/pages/review.html'),
        outline: join(root, 'src/pages/outline.html'),
        check: join(root, 'src/pages/check.html'),
        'huong-dan': join(root, 'src/pages/huong-dan.html'),
        sw: join(root, 'src/client/offline/service-worker.ts'),
      },
      output: {
        // The service worker needs a fixed URL, in the folder whose pages it serves.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
