/** Markup that is escaped already. */
export interface Xml {
  readonly xml: string
}

/** What a template may hold; nothing is written for `false` and `undefined`. */
export type Part = Xml | string | number | false | undefined | readonly Part[]

/** Characters that no XML 1.0 document may contain. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function written(part: Part): string {
  if (part === false || part === undefined) return ''
  if (typeof part === 'object') return 'xml' in part ? part.xml : part.map(written).join('')
  return String(part)
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

/**
 * A template of markup: texts are escaped, and the template's own line breaks are left out, with the
 * spaces around them if they stand between elements.
 */
export const xml = (strings: TemplateStringsArray, ...parts: readonly Part[]): Xml => ({
  xml: strings
    .map((text) =>
      text
        .replace(/\s*\n\s*(?=[<>]|\/>|$)/g, '')
        .replace(/(>|^)\s*\n\s*/g, '$1')
        .replace(/\s*\n\s*/g, ' '),
    )
    .map((text, at) => text + written(parts[at]))
    .join(''),
})

/** Numbers the elements of a part: returns a function that gives `first`, then one more each time. */
export function idsFrom(first: number): () => number {
  let next = first
  return () => next++
}

/** An attribute that is written only if it has a value. */
export const attribute = (name: string, value: string | number | undefined): Part =>
  value !== undefined && [xml` `, { xml: name }, xml`="`, value, xml`"`]
