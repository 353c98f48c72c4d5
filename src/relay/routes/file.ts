import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from './route.ts'

/** Serves a file of the sources, named relative to `src/relay`; read once. */
export function fileRoute(name: string, type: string): Handler {
  const body = readFileSync(join(import.meta.dirname, '..', name))
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }
  return (_, response) => {
    response.writeHead(200, headers).end(body)
  }
}
