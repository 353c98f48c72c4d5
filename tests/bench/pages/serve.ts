import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { createSite } from '../../../src/cli/serve/site.ts'
import type { Contender } from './decks.ts'

/** Compresses a rival's text files, as this deck's build does with its own. */
async function compress(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(html|css|js)$/.test(name)) continue
    const path = join(folder, name)
    const text = await readFile(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    await writeFile(`${path}.br`, brotliCompressSync(text, { params }))
    await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }))
  }
}

/** Serves a built deck with the deck's own server; rivals without the CSP, which would stop Marp. */
export async function serve({ name, site }: Contender): Promise<{ url: string; stop(): void }> {
  const server = createSite(site)
  if (name === 'starter' || name === 'marp') {
    await compress(site)
    server.prependListener('request', (_, response) => {
      const set = response.setHeader.bind(response)
      response.setHeader = (header, value) =>
        header === 'Content-Security-Policy' ? response : set(header, value)
    })
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A listening TCP server always has an address of this form.
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}/`, stop }
}
