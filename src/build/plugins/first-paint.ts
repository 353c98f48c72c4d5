import type { Plugin, Rolldown } from 'vite'

/** The stylesheet that Vite links from a page. */
const link = /<link rel="stylesheet"[^>]* href="\.\/([^"]+\.css)">/

/** The only page whose style is inlined: many viewers open it at once over one connection. */
const deckPage = '/index.html'

function styleOf(bundle: Rolldown.OutputBundle, file: string): string {
  const style = bundle[file]
  if (style?.type !== 'asset') throw new Error(`The build has no ${file}.`)
  return String(style.source)
}

/** The script of the page, which waits for all of its modules and for the whole page. */
const mainScript = /<script type="module"/

/**
 * Runs the chunk `first` of the deck as soon as it arrives, so that the first key need not wait for
 * the rest.
 */
export function firstScript(): Plugin {
  return {
    name: 'first-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, path }) {
        if (path !== deckPage) return html
        const first = Object.values(bundle).find(
          ({ type, name }) => type === 'chunk' && name === 'first',
        )
        if (!first) throw new Error('The build has no script that runs first.')
        const preload = new RegExp(` *<link rel="modulepreload"[^>]*/${first.fileName}">\\n`)
        const script = `<script type="module" async crossorigin fetchpriority="high" src="./${first.fileName}"></script>`
        return html.replace(preload, '').replace(mainScript, (main) => `${script}\n    ${main}`)
      },
    },
  }
}

/**
 * Inlines the deck's stylesheet into index.html, which saves a round trip: on a slow connection
 * half the time to the first paint. Fonts are not preloaded, because they would delay the page's
 * own bytes. `data-file` names the same stylesheet as a file, for hosts whose CSP forbids inline
 * styles.
 */
export function inlineStyle(): Plugin {
  return {
    name: 'inline-style',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, path }) {
        const [whole = '', file = ''] = (path === deckPage && link.exec(html)) || []
        if (!whole) return html
        // URLs in a stylesheet are relative to its own folder; inlined, to the page's.
        const style = styleOf(bundle, file).replaceAll('url(./', 'url(./assets/')
        return html.replace(whole, () => `<style data-file="./${file}">${style}</style>`)
      },
    },
  }
}
