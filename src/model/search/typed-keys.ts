const tones = '\u0301\u0300\u0309\u0303\u0323'

/** The word that an input method would have made of these keys, in Telex or VNI. */
function composed(keys: string): string {
  let tone = ''
  const [, head = '', tail = ''] = /^([^aeiouy]*.)(.*)/.exec(keys.toLowerCase()) ?? []
  const letters = tail.replace(/[sfrxj1-5]/g, (key) => {
    tone = tones.charAt('sfrxj12345'.indexOf(key) % 5)
    return ''
  })
  const word = `${head}${letters}`
    .replace(/^d(.*?)[d9]/, 'đ$1')
    .replace(/([aeo])(.*?)(?:\1|6)/, '$1\u0302$2')
    .replace(/(^|[^q])u[w7]?o(.*?)[w78]/, '$1ươ$2')
    .replace(/(^|[^q])ua(.*?)[w7]/, '$1ưa$2')
    .replace(/a([^aou]*)[w8]/, 'ă$1')
    .replace(/([ou])([^aou]*)[w7]/, '$1\u031b$2')
    .replace(/w/, 'ư')
  return word + tone
}

/**
 * A text typed while the input method was off, as it was meant: «ddootj phas» is «đột phá». Words
 * may be typed in part, and have some marks already; abbreviations such as «CT05» stay.
 */
export const asTyped = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{L}\p{M}\d]+/gu, (word) =>
      /[aeiouy]/i.test(word) ? composed(word) : word.replace(/^dd/i, 'đ'),
    )
    .normalize('NFC')
