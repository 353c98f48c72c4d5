import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/** What a page may do: load its own files, use the styles of these hashes, and nothing else. */
const policy = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...hashes].join(' '),
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

/** The headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy([]),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** The policy of a page, which allows the styles that stand in it. */
export const policyFor = (html: string): string =>
  policy(
    [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(
      ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ),
  )

const known = new Map<string, { readonly changed: number; readonly policy: string }>()

/** The policy of the page in a file; of none where there is no page. */
export function policyOf(page: string): string {
  const { mtimeMs: changed = 0 } = statSync(page, { throwIfNoEntry: false }) ?? {}
  const last = known.get(page)
  if (last?.changed === changed) return last.policy
  const now = policyFor(changed > 0 ? readFileSync(page, 'utf8') : '')
  if (changed > 0) known.set(page, { changed, policy: now })
  return now
}
