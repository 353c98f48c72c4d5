const packed = /<html[^>]*\bdata-file\b/

/** Whether a text is a packed file's. */
export const isPackedFile = (text: string): boolean => packed.test(text)

/** What the beginning of a page says, by the name of its file: a host may have another one there. */
const beginnings: Readonly<Record<string, RegExp>> = {
  'speaker.html': /<html[^>]*\bspeaking\b/,
  'review.html': /<html[^>]*\breviewing\b/,
  'outline.html': /<html[^>]*\boutlining\b/,
  'bao-cao-vien.html': packed,
  'khan-gia.html': packed,
}

/** How much of a page is asked for, in bytes, to know it by. */
const enough = 512

/** The beginning of a page; a host that sends more than it is asked for is not listened to. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (reader && text.length < enough) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader?.cancel()
  return text
}

/**
 * Whether a host has the file of an address. What came is looked at: many answer every address with
 * the first page. Fails where nothing answers.
 */
export async function isThere(address: string): Promise<boolean> {
  const beginning = beginnings[new URL(address).pathname.replace(/.*\//, '')]
  if (!beginning) {
    // Only its head: what loads files down for people would take the file itself for one of theirs.
    const { ok, headers } = await fetch(address, { method: 'HEAD' })
    return ok && /pdf|zip|octet-stream/.test(headers.get('Content-Type') ?? '')
  }
  const headers = { Range: `bytes=0-${enough - 1}` }
  const response = await fetch(address, { headers, cache: 'no-store' })
  return response.ok && beginning.test(await beginningOf(response))
}
