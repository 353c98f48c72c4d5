import { deflateSync } from 'node:zlib'

/** How many objects are compressed together. */
const together = 500

/** How an object ends. */
const end = 'endobj'

/** The fields of the table of objects: kind in 1 byte, where it is in 4, its index there in 2. */
const widths = [1, 4, 2] as const

/** The objects of a PDF by number, each as the text within; the rest of its trailer. */
interface Parts {
  readonly objects: readonly (string | undefined)[]
  readonly trailer: string
}

/**
 * The objects of a PDF in order of their numbers, each as the text between `obj` and `endobj`, and
 * the rest of its trailer. Undefined if it is not written as Chromium writes it: whole, and with a
 * table of all objects as text.
 */
function partsOf(text: string): Parts | undefined {
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)) ?? []
  const table = text.slice(Number(start))
  const [top, many] = /^xref\n0 (\d+)\n/.exec(table) ?? []
  if (!top) return undefined
  const count = Number(many)
  const [, trailer] = /^trailer\s*<<([^<>]*)>>/.exec(table.slice(top.length + 20 * count)) ?? []
  if (!trailer || !/\/Root \d+ 0 R/.test(trailer) || /\/(Encrypt|Prev)\b/.test(trailer)) {
    return undefined
  }
  const offsets = Array.from({ length: count }, (_, number) => {
    const [, offset] =
      /^(\d{10}) 00000 n/.exec(
        table.slice(top.length + 20 * number, top.length + 20 * (number + 1)),
      ) ?? []
    return offset === undefined ? undefined : Number(offset)
  })
  const sorted = [...offsets.filter((offset) => offset !== undefined), Number(start)].sort(
    (a, b) => a - b,
  )
  const next = new Map(sorted.map((offset, at) => [offset, sorted[at + 1]]))
  const objects = offsets.map((offset, number) => {
    if (offset === undefined) return undefined
    const whole = text.slice(offset, next.get(offset)).trimEnd()
    const begin = `${number} 0 obj\n`
    if (!whole.startsWith(begin) || !whole.endsWith(end)) return undefined
    return whole.slice(begin.length, -end.length).trimEnd()
  })
  // The first entry is that of no object.
  if (objects.slice(1).includes(undefined)) return undefined
  return { objects, trailer: trailer.replace(/\/Size \d+/, '').trim() }
}

/**
 * Halves the size of a PDF that Chromium has printed: puts the objects that are not streams, of
 * which its tags are made, into compressed streams. Nothing in them changes. One that is not
 * written as Chromium writes it stays as it is.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  // One letter for each byte.
  const parts = partsOf(Buffer.from(pdf).toString('latin1'))
  if (!parts) return pdf
  const { objects, trailer } = parts
  const root = Number(/\/Root (\d+)/.exec(trailer)?.[1])
  const written: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  let size = written[0]?.length ?? 0
  const entries: (readonly [kind: number, place: number, index: number])[] = [[0, 0, 65_535]]
  const write = (number: number, ...pieces: readonly (string | Buffer)[]) => {
    entries[number] = [1, size, 0]
    for (const piece of [`${number} 0 obj\n`, ...pieces, '\nendobj\n']) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      written.push(bytes)
      size += bytes.length
    }
  }
  const stream = (number: number, fields: string, content: Buffer) => {
    const bytes = deflateSync(content)
    write(
      number,
      `<<${fields}\n/Filter /FlateDecode\n/Length ${bytes.length}>> stream\n`,
      bytes,
      '\nendstream',
    )
  }
  let last = objects.length - 1
  const plain: number[] = []
  for (let number = 1; number < objects.length; number += 1) {
    const object = objects[number] ?? ''
    // Readers look for the root before they can read compressed objects.
    if (number === root || object.endsWith('endstream')) write(number, object)
    else plain.push(number)
  }
  for (let from = 0; from < plain.length; from += together) {
    const numbers = plain.slice(from, from + together)
    const places: number[] = []
    let body = ''
    last += 1
    for (const [index, number] of numbers.entries()) {
      places.push(number, body.length)
      body += `${objects[number]}\n`
      entries[number] = [2, last, index]
    }
    const first = `${places.join(' ')}\n`
    const fields = `/Type /ObjStm\n/N ${numbers.length}\n/First ${first.length}`
    stream(last, fields, Buffer.from(first + body, 'latin1'))
  }
  last += 1
  const start = size
  entries[last] = [1, start, 0]
  const table = Buffer.alloc(entries.length * widths.reduce((sum, width) => sum + width, 0))
  let at = 0
  for (const entry of entries) {
    for (const [field, width] of widths.entries()) {
      at = table.writeUIntBE(entry[field] ?? 0, at, width)
    }
  }
  stream(last, `/Type /XRef\n/W [${widths.join(' ')}]\n/Size ${entries.length}\n${trailer}`, table)
  written.push(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(written))
}
