import type { Plugin, Rolldown } from 'vite'

/** The stylesheet that Vite links from a page. */
const link = /<link rel="stylesheet"[^>]* href="\.\/([^"]+\.css)">/

/** The deck's page, which many open at once over one line; the others are opened by few. */
const deckPage = '/index.html'

function styleOf(bundle: Rolldown.OutputBundle, file: string): string {
  const style = bundle[file]
  if (style?.type !== 'asset') throw new Error(`The build has no ${file}.`)
  return String(style.source)
}

/**
 * Puts the deck's style into its page, which is painted a round trip sooner: half the time on a slow
 * line. Its letters are asked for by the style, not before it: they would keep the page's own bytes
 * waiting. `data-file` names the same style as a file, for where a policy lets none stand in a page.
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
        // Addresses in a stylesheet begin at its own place.
        const style = styleOf(bundle, file).replaceAll('url(./', 'url(./assets/')
        return html.replace(whole, () => `<style data-file="./${file}">${style}</style>`)
      },
    },
  }
}
