import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeWhole } from '../system/write-whole.ts'
import { hashInputs } from './sources/inputs.js'

const cache = join(import.meta.dirname, '../../node_modules/.cache/bao-cao-vien')

/**
 * What `make` returns, made again only if the sources, the fonts, the installed packages or `more`
 * have changed since: most changes of a deck change none. What is kept and damaged is made again. It
 * has to survive JSON. `name` is that of its file in the cache.
 */
export async function kept<Value>(
  name: string,
  more: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const path = join(cache, `${name}.json`)
  const key = createHash('sha256').update(hashInputs([])).update(more).digest('hex')
  const head = (body: string) => `${key} ${createHash('sha256').update(body).digest('hex')}\n`
  const last = await readFile(path, 'utf8').catch(() => '')
  const body = last.slice(last.indexOf('\n') + 1)
  // With this key and the hash of the rest, this function has written it.
  if (last.startsWith(head(body))) return JSON.parse(body) as Value
  const value = await make()
  const made = JSON.stringify(value)
  // Where nothing can be kept, such as on a full disk, it is made again the next time.
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeWhole(path, head(made) + made))
    .catch(() => undefined)
  return value
}
