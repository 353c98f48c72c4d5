import type { RunningOrder } from '../../model/deck/running-order.ts'
import { original, type Version } from '../../model/version/version.ts'
import { limits, type ParseResult } from '../../model/version/version-content.ts'
import {
  carriedIn,
  encodingOf,
  isSame,
  type Refusal,
  readFile,
  tooLarge,
} from '../../model/version/version-file.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'

/** The size of the largest file that is read, in bytes: a packed file that carries a version. */
const most = 2 * limits.file

/** Reads a version from a file: JSON, or a packed file that carries one. */
async function readingOf(
  file: File,
  deck: string,
  runningOrder: RunningOrder,
): Promise<ParseResult | Refusal> {
  if (file.size > most) {
    return { refused: tooLarge(file.size) }
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
    return readFile(carriedIn(text) ?? text, deck, runningOrder)
  } catch {
    return { refused: 'Không đọc được tệp. Chép tệp vào máy rồi mở lại.' }
  }
}

/**
 * Returns a function that reads a version from a file. It asks before it replaces changes of the
 * speaker, or if parts of the file are invalid. `use` is called with the version and the file's
 * name.
 */
export function fileReader(
  deck: string,
  runningOrder: RunningOrder,
  use: (version: Version, name: string) => void,
): (file: File, present: Version) => Promise<void> {
  const dialog = element<HTMLDialogElement>('#reading')
  let waiting: { version: Version; name: string } | undefined
  const ask = (text: string, problems: readonly string[]) => {
    element('.found', dialog).textContent = text
    const items = problems.map((problem) => {
      const item = document.createElement('li')
      item.textContent = problem
      return item
    })
    element('.problems', dialog).replaceChildren(...items)
    element('.use', dialog).hidden = !waiting
    openDialog('reading')
  }
  element('.use', dialog).addEventListener('click', () => {
    dialog.close()
    if (waiting) use(waiting.version, waiting.name)
  })
  return async (file, present) => {
    const reading = await readingOf(file, deck, runningOrder)
    waiting = undefined
    if ('refused' in reading) return ask(reading.refused, [])
    const { version, problems } = reading
    const replaces = !isSame(present, original) && !isSame(present, version)
    if (problems.length === 0 && !replaces) return use(version, file.name)
    waiting = { version, name: file.name }
    const found =
      problems.length > 0
        ? `Tệp “${file.name}” có phần không dùng được:`
        : `Tệp “${file.name}” dùng được tất cả.`
    ask(
      replaces ? `Bản riêng trên máy này sẽ bị thay bằng bản trong tệp. ${found}` : found,
      problems,
    )
  }
}
