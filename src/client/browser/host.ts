const packed = /<html[^>]*\bdata-file\b/

/** Whether an HTML text is that of a packed file. */
export const isPackedFile = (text: string): boolean => packed.test(text)

/** What the beginning of a page contains, by file name: a host may serve another page there. */
const beginnings: Readonly<Record<string, RegExp>> = {
  'speaker.html': /<html[^>]*\bspeaking\b/,
  'review.html': /<html[^>]*\breviewing\b/,
  'outline.html': /<html[^>]*\boutlining\b/,
  'bao-cao-vien.html': packed,
  'khan-gia.html': packed,
}

/** How much of a page is requested to recognise it, in bytes. */
const enough = 512

/** The beginning of a response; cancels the rest if the host ignores the range. */
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
 * Whether a host has the file of an address. Checks the content, because many hosts answer every
 * address with their first page. Rejects if there is no answer.
 */
export async function isThere(address: string): Promise<boolean> {
  const beginning = beginnings[new URL(address).pathname.replace(/.*\//, '')]
  if (!beginning) {
    // HEAD, because a download manager would take a GET of such a file for a download.
    const { ok, headers } = await fetch(address, { method: 'HEAD' })
    return ok && /pdf|zip|officedocument|octet-stream/.test(headers.get('Content-Type') ?? '')
  }
  const headers = { Range: `bytes=0-${enough - 1}` }
  const response = await fetch(address, { headers, cache: 'no-store' })
  return response.ok && beginning.test(await beginningOf(response))
}
