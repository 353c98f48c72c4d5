import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconAddress } from '../../model/icon.ts'
import { policyFor } from './policy.ts'

const cssOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../..', name), 'utf8')

// What stands in the page is there when nothing else can be read.
const style = `<style>${cssOf('theme/tokens.css')}${cssOf('relay/pair-page/pair.css')}</style>`

/** The policy of the page below. */
export const missingPolicy = policyFor(style)

/** A page that says why there is none, in the deck's look; `home` leads to the deck. */
export const missingPage = (title: string, words: string, home: string): string => `<!doctype html>
<html lang="vi" translate="no">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="${iconAddress}" />
    ${style}
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${words}</p>
      <p><a href="${home}">Về bộ trang chiếu</a></p>
    </main>
  </body>
</html>
`
