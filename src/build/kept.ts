import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asRecord } from '../model/record.ts'
import { writeWhole } from '../system/write-whole.ts'
import { hashInputs } from './sources/inputs.js'

const cache = join(import.meta.dirname, '../../node_modules/.cache/bao-cao-vien')

/**
 * What `make` returns, made again only if the sources, the fonts, the installed packages or `more`
 * have changed since: most changes of a deck change none. It has to survive JSON. `name` is that of
 * its file in the cache.
 */
export async function kept<Value>(
  name: string,
  more: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const path = join(cache, `${name}.json`)
  const key = createHash('sha256').update(hashInputs([])).update(more).digest('hex')
  const last = asRecord(
    await readFile(path, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  )
  // With this key, this function has written it.
  if (last.key === key && last.value !== undefined) return last.value as Value
  const value = await make()
  // Where nothing can be kept, such as on a full disk, it is made again the next time.
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeWhole(path, JSON.stringify({ key, value })))
    .catch(() => undefined)
  return value
}
