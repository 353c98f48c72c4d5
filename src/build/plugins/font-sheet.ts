import type { Plugin } from 'vite'

/**
 * Writes the screen's faces, which each page has in its own stylesheet, to `fonts.css` as well: a
 * server's pairing page and error pages are not built, and know no name with a hash.
 */
export function fontSheet(): Plugin {
  return {
    name: 'font-sheet',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sheet = Object.values(bundle).find(
          (file) => file.type === 'asset' && /^assets\/check-.*\.css$/.test(file.fileName),
        )
        const css = sheet?.type === 'asset' ? String(sheet.source) : ''
        const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? []
        const source = faces.join('\n').replaceAll('url(./', 'url(assets/')
        this.emitFile({ type: 'asset', fileName: 'fonts.css', source })
      },
    },
  }
}
