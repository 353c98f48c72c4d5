/** Numbers of two and of four bytes, least byte first. */
const short = (value: number): readonly number[] => [value & 255, (value >>> 8) & 255]
const long = (value: number): readonly number[] => [...short(value), ...short(value >>> 16)]

/**
 * Deflates bytes and takes their checksum. A gzip stream has both, between a head of ten bytes and
 * its length; browsers have had it before the bare stream.
 */
async function deflated(bytes: Uint8Array<ArrayBuffer>) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  const gzip = new Uint8Array(await new Response(stream).arrayBuffer())
  return { packed: gzip.subarray(10, -8), checksum: gzip.subarray(-8, -4) }
}

/** Writes texts into a ZIP archive, each deflated: Office repairs archives with stored entries. */
export async function zipOf(files: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const body: Uint8Array<ArrayBuffer>[] = []
  const list: Uint8Array<ArrayBuffer>[] = []
  const sizeOf = (pieces: typeof body) => pieces.reduce((sum, { length }) => sum + length, 0)
  for (const [path, text] of files) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)]
    const { packed, checksum } = await deflated(content)
    const entry = [
      // Version 2.0; names in UTF-8; deflated.
      ...[20, 0x800, 8].flatMap(short),
      // 1 January 1980, the first day there is, so that equal contents give equal bytes.
      ...[0, 0x21].flatMap(short),
      ...checksum,
      ...[packed.length, content.length].flatMap(long),
      ...[name.length, 0].flatMap(short),
    ]
    // No comment, the first disk, a text, no attributes, and where the entry is.
    const place = [...[0, 0, 1].flatMap(short), ...[0, sizeOf(body)].flatMap(long)]
    list.push(Uint8Array.from([...long(0x02014b50), ...short(20), ...entry, ...place]), name)
    body.push(Uint8Array.from([...long(0x04034b50), ...entry]), name, packed)
  }
  const end = [
    ...long(0x06054b50),
    ...[0, 0, files.size, files.size].flatMap(short),
    ...[sizeOf(list), sizeOf(body)].flatMap(long),
    ...short(0),
  ]
  const archive = new Blob([...body, ...list, Uint8Array.from(end)])
  return new Uint8Array(await archive.arrayBuffer())
}
