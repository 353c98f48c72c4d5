/**
 * Bytes as text that may stand in a script element, in five characters for four bytes: a sixteenth
 * less than base64 takes. The characters are those from `(` to `}` without `<`.
 */

const base = 85
const first = 40
const skipped = 60

const letterOf = (digit: number): string =>
  String.fromCharCode(first + digit + (first + digit < skipped ? 0 : 1))

const digitOf = (code: number): number => code - first - (code < skipped ? 0 : 1)

/** Writes bytes as text. Of the last group, as many characters as tell its bytes. */
export function toBase85(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0
    for (let next = at; next < at + 4; next++) value = value * 256 + (bytes[next] ?? 0)
    let group = ''
    for (let digit = 0; digit < 5; digit++) {
      group = letterOf(value % base) + group
      value = Math.floor(value / base)
    }
    groups.push(group)
  }
  return groups.join('').slice(0, Math.ceil((bytes.length * 5) / 4))
}

/** Reads the bytes back from text that `toBase85` has written. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const size = Math.floor((text.length * 4) / 5)
  const view = new DataView(new ArrayBuffer(size + 4))
  for (let at = 0; at < text.length; at += 5) {
    let value = 0
    for (let next = at; next < at + 5; next++) {
      // A last group that is cut is the highest that begins so.
      value = value * base + (next < text.length ? digitOf(text.charCodeAt(next)) : base - 1)
    }
    view.setUint32((at / 5) * 4, value)
  }
  return new Uint8Array(view.buffer, 0, size)
}
