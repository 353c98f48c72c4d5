import { join } from 'node:path'
import type { UserConfig } from 'vite'
import { ownOutput } from './output.ts'
import { packedFiles } from './pack.ts'
import { type Content, deckPages } from './plugin.ts'
import { sharedChunks } from './plugins/chunks.ts'
import { inlineStyle } from './plugins/first-paint.ts'
import { fontSheet } from './plugins/font-sheet.ts'
import { slimReveal } from './plugins/reveal.ts'
import { sayScriptless } from './plugins/scriptless.ts'
import { listForWorker } from './plugins/worker.ts'
import { cssTarget, target } from './target.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Vite's configuration of the pages, for the development server and for builds. `onPages` is called
 * when all pages of a build are in place; packed files and compressed copies follow.
 */
export const pagesConfig = (content: Content = {}, onPages?: () => void): UserConfig => ({
  root: join(root, 'src/pages'),
  base: './',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [
    deckPages(content),
    slimReveal(),
    sharedChunks(),
    inlineStyle(),
    sayScriptless(),
    fontSheet(),
    listForWorker(),
    ownOutput({ ...(onPages && { onPages }), others: () => packedFiles(content) }),
  ],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: false,
    target,
    cssTarget,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The data of a long deck is large; a warning would help nobody who presents it.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: {
      // A warning that a build was slow would not help anybody who prints or presents.
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
        // The service worker needs a fixed URL, in the folder whose pages it serves.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
