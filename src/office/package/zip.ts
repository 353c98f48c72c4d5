const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Numbers of two or four bytes, least byte first. */
const fields = (...numbers: readonly (readonly [size: 2 | 4, value: number])[]) =>
  Uint8Array.from(
    numbers.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255),
    ),
  )

const joined = async (pieces: readonly Uint8Array<ArrayBuffer>[]) =>
  new Uint8Array(await new Blob([...pieces]).arrayBuffer())

/** Writes texts into a ZIP archive, each deflated: Office repairs archives with stored entries. */
export async function zipOf(files: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const body: Uint8Array<ArrayBuffer>[] = []
  const list: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [path, text] of files) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)]
    const packed = await deflated(content)
    const entry = [
      // Version 2.0; names in UTF-8; deflated.
      [2, 20],
      [2, 0x800],
      [2, 8],
      // 1 January 1980, the first day there is, so that equal contents give equal bytes.
      [2, 0],
      [2, 0x21],
      [4, checksum(content)],
      [4, packed.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ] as const
    const head = fields([4, 0x04034b50], ...entry)
    // No comment, the first disk, a text, no attributes, and where the entry is.
    const place = [
      [2, 0],
      [2, 0],
      [2, 1],
      [4, 0],
      [4, offset],
    ] as const
    list.push(fields([4, 0x02014b50], [2, 20], ...entry, ...place), name)
    body.push(head, name, packed)
    offset += head.length + name.length + packed.length
  }
  const directory = await joined(list)
  const count = files.size
  const sizes = [
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
  ] as const
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], ...sizes, [2, 0])
  return joined([...body, directory, end])
}
