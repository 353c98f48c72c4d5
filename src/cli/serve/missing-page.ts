import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconAddress } from '../../model/icon.ts'
import { policyFor } from './policy.ts'

const cssOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../..', name), 'utf8')

// Inlined, because this page must work when other files cannot be read: then in the machine's fonts.
const style = `<style>${cssOf('theme/tokens.css')}${cssOf('relay/pair-page/pair.css')}</style>`

/** The content security policy of `missingPage`. */
export const missingPolicy = policyFor(style)

/** An error page in the deck's style; `home` is the URL of the deck. */
export const missingPage = (title: string, words: string, home: string): string => `<!doctype html>
<html lang="vi" translate="no">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="${iconAddress}" />
    <link rel="stylesheet" href="${home}${home.endsWith('/') ? '' : '/'}fonts.css" />
    ${style}
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${words}</p>
      <p><a href="${home}">Mở bộ trang chiếu</a></p>
    </main>
  </body>
</html>
`
