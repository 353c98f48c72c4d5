const marks = { seq: Buffer.from('"seq":'), place: Buffer.from('"at":[') }

const isDigit = (byte: number | undefined): byte is number =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

/**
 * The last `"seq":` number between two indexes, or the first of a place of the pointer; undefined if it
 * is incomplete or missing.
 */
export function seqIn(
  bytes: Buffer,
  start = 0,
  end = bytes.length,
  mark = marks.seq,
): number | undefined {
  const found = bytes.lastIndexOf(mark, end - 1)
  if (found < start) return undefined
  let at = found + mark.length
  let seq = 0
  for (let digit = bytes[at]; at < end && isDigit(digit); digit = bytes[++at]) {
    seq = seq * 10 + digit - 0x30
  }
  return at < end ? seq : undefined
}

/** The last place of the pointer between two indexes, as `seqIn`: only its first number. */
export const placeIn = (bytes: Buffer, start: number, end: number): number | undefined =>
  seqIn(bytes, start, end, marks.place)

/** The range of the next WebSocket frame's content; undefined if it is incomplete. */
export function frameAt(bytes: Buffer, from: number): { start: number; end: number } | undefined {
  const short = bytes[from + 1]
  if (short === undefined) return undefined
  // The longest length field is for more than 64 kB, which no server here sends.
  const start = from + (short < 126 ? 2 : 4)
  if (bytes.length < start) return undefined
  const end = start + (short < 126 ? short : bytes.readUInt16BE(from + 2))
  return bytes.length < end ? undefined : { start, end }
}

/**
 * A text of up to 64 kB as a WebSocket client sends it, masked with zeros, which change nothing.
 */
export function maskedFrame(text: string): Buffer {
  const content = Buffer.from(text)
  const { length } = content
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([0x81, ...size, 0, 0, 0, 0]), content])
}
