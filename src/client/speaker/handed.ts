import { asRecord, isRecord } from '../../model/record.ts'
import type { Talk } from '../../model/talk/talk.ts'
import { inTime } from '../browser/in-time.ts'
import { preference } from '../browser/preference.ts'
import type { OpenStorage } from '../session/storage.ts'
import { changeVersion, findVersion, openVersions } from '../version/store.ts'

/** Written by the relay's pairing page, pair.js, under the same key. */
const key = 'bao-cao-vien:sang-dien-thoai'

/**
 * The version that was handed over last, as JSON: unless it was changed here, the next one
 * replaces it.
 */
const last = preference('ban-rieng-nhan')

/** How long the disk may take to read or store what is handed over, in ms; nobody waits longer. */
const patience = 3000

/** What this machine hands to a phone that is paired from it: the private version and the clock. */
export async function handOver(talk: Talk): Promise<string> {
  const reading = findVersion(openVersions(() => undefined))
  // Of a disk that does not answer this screen shows no version either.
  const found = await inTime(reading, patience)
  return JSON.stringify({ version: found?.version, talk })
}

/** What was handed over, once. */
function taken(): Readonly<Record<string, unknown>> {
  try {
    const text = sessionStorage.getItem(key) ?? '{}'
    sessionStorage.removeItem(key)
    return asRecord(JSON.parse(text))
  } catch {
    // Storage is forbidden, or holds something else.
    return {}
  }
}

async function store(storage: OpenStorage, say: (text: string) => void): Promise<void> {
  const { version, talk } = taken()
  if (talk !== undefined) {
    await storage.keep('talk', { value: talk, revision: 1, by: '', when: Date.now() })
  }
  if (!isRecord(version)) return
  const text = JSON.stringify(version)
  let isKept = false
  const isStored = await changeVersion(
    openVersions(() => undefined),
    (before) => {
      const own = JSON.stringify(before)
      isKept = own !== undefined && own !== text && own !== last.read()
      // A stored version is an object, or else shows the deck as published.
      return isKept && isRecord(before) ? before : version
    },
  )
  if (isKept) {
    say(
      'Máy này có bản riêng khác nên không nhận bản riêng của máy đã ghép. Muốn nhận, trả về bản gốc trong Chế độ đọc trước rồi ghép lại.',
    )
  } else if (isStored) last.write(text)
}

/**
 * Takes over the private version and the clock of the machine that this phone was paired from. A
 * version that was made on this machine is kept, and `say` is told so. What is stored is checked
 * when it is read, which comes after it however slow the disk is.
 */
export async function takeOverHanded(
  storage: OpenStorage,
  say: (text: string) => void,
): Promise<void> {
  await inTime(store(storage, say), patience)
}
