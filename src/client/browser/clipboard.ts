import { inTime } from './in-time.ts'

/** Content for the clipboard, by its type. */
export type Formats = Readonly<Record<'text/plain' | 'text/html', string>>

/** Puts all formats into a `copy` event, instead of the selection. */
export function fill(event: ClipboardEvent, formats: Formats): void {
  for (const [type, text] of Object.entries(formats)) event.clipboardData?.setData(type, text)
  event.preventDefault()
}

/**
 * Copies by `execCommand`, for pages opened from disk or over plain HTTP, and for older browsers.
 */
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

/**
 * How long the browser may take, in ms. Soon after that, `execCommand` would need another click.
 */
const patience = 700

/** Copies a text in all its formats; false if the browser refuses. */
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
