import { inTime } from './in-time.ts'

/** What is put on the clipboard, by its type. */
export type Formats = Readonly<Record<'text/plain' | 'text/html', string>>

/** Gives a copy that is being made all of the formats. */
export function fill(event: ClipboardEvent, formats: Formats): void {
  for (const [type, text] of Object.entries(formats)) event.clipboardData?.setData(type, text)
  event.preventDefault()
}

/** The way of a page without the newer one: from a disk, over plain HTTP, in an older browser. */
function copyByCommand(formats: Formats): boolean {
  let copied = false
  const put = (event: ClipboardEvent) => {
    fill(event, formats)
    copied = true
  }
  document.addEventListener('copy', put, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put)
  return copied
}

/** How long the browser may take, in milliseconds: soon after, the older way needs another click. */
const patience = 700

/** Copies a text in all its formats; false where the browser refuses. */
export async function copy(formats: Formats): Promise<boolean> {
  try {
    const blobs = Object.entries(formats).map(([type, text]) => [type, new Blob([text], { type })])
    const writing = navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    const written = writing.then(() => true)
    return (await inTime(written, patience)) ?? copyByCommand(formats)
  } catch {
    return copyByCommand(formats)
  }
}
