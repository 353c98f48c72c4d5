import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  // This function has written the file, unless it is missing or damaged.
  const last: { key?: string; value?: Value } = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => ({}))
  if (last.key === key && last.value !== undefined) return last.value
  const value = await make()
  await mkdir(dirname(path), { recursive: true })
  await writeWhole(path, JSON.stringify({ key, value }))
  return value
}
