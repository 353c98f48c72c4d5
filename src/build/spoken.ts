import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const comments = /^ *(\/\/.*|\/?\*.*)$/gm

/** The Vietnamese strings of a script's source, without what is put into them. */
export const spokenIn = (source: string): string =>
  [...source.replace(comments, '').matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
    .map(([, plain = '', template = '']) => plain || template.replace(/\$\{[^}]*\}/g, ''))
    .filter((text) => /[^ -~\n]/.test(text))
    .join('\n')

/**
 * What the scripts of the pages may say, which stands in no page: that the connection is lost is
 * said when nothing can be fetched any more, no letters either.
 */
export const spokenWords = (root: string): string =>
  ['src/shell', 'src/model']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => spokenIn(readFileSync(path, 'utf8')))
    .join('\n')
