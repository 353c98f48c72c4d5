/** The keys of tones, in Telex and in VNI. */
const tones = [
  ['s1', '\u0301'],
  ['f2', '\u0300'],
  ['r3', '\u0309'],
  ['x4', '\u0303'],
  ['j5', '\u0323'],
] as const

/** The letters that the key of a horn or a breve marks: both of «uo», «u» of «ua», or the last. */
function hooked(plain: string): readonly number[] {
  const pair = /(?<!q)uo/.exec(plain)
  if (pair) return [pair.index, pair.index + 1]
  const first = /(?<!q)ua/.exec(plain)
  return [first ? first.index : plain.search(/[aou][^aou]*$/)]
}

/** The word that an input method would have made of these keys. */
function composed(keys: string): string {
  // An abbreviation, such as «CT05».
  if (!/[aeiouy]/i.test(keys.normalize('NFD'))) return keys
  let plain = ''
  let tone = ''
  const letters: string[] = []
  for (const key of keys.normalize('NFD').toLowerCase()) {
    const hasVowel = /[aeiouy]/.test(plain)
    const again =
      key === '6' ? plain.search(/[aeo][^aeo]*$/) : 'aeo'.includes(key) && plain.indexOf(key)
    const sign = tones.find(([both]) => hasVowel && both.includes(key))?.[1]
    if (/\p{M}/u.test(key)) letters.push((letters.pop() ?? '') + key)
    else if (sign) tone = sign
    else if (again !== false && again >= 0) letters[again] += '\u0302'
    else if ('d9'.includes(key) && plain.startsWith('d')) letters[0] = 'đ'
    else if ('w78'.includes(key) && /[aou]/.test(plain)) {
      for (const at of hooked(plain))
        letters[at] = plain[at] + (plain[at] === 'a' ? '\u0306' : '\u031b')
    } else {
      letters.push(key === 'w' ? 'ư' : key)
      plain += key === 'w' ? 'u' : key
    }
  }
  return letters.join('') + tone
}

/**
 * A text typed in Telex or VNI while the input method was off, as it was meant: «ddootj phas» is
 * «đột phá». Words may be typed in part, and have some marks already.
 */
export const asTyped = (text: string): string =>
  text.replace(/[\p{L}\p{M}\d]+/gu, composed).normalize('NFC')
