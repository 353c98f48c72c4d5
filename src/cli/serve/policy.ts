import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/**
 * The content security policy of a page: it may load its own files and use inlined styles with
 * these hashes.
 */
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

/** The security headers of every answer; a page's own policy replaces the one here. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy([]),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** The content security policy of a page, with the hashes of its inlined styles. */
export const policyFor = (html: string): string =>
  policy(
    [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(
      ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ),
  )

const known = new Map<string, { readonly changed: number; readonly policy: string }>()

/**
 * The policy of the page in a file, cached until the file changes; without a file, one that allows
 * no inlined style.
 */
export function policyOf(page: string): string {
  const { mtimeMs: changed = 0 } = statSync(page, { throwIfNoEntry: false }) ?? {}
  const last = known.get(page)
  if (last?.changed === changed) return last.policy
  const now = policyFor(changed > 0 ? readFileSync(page, 'utf8') : '')
  if (changed > 0) known.set(page, { changed, policy: now })
  return now
}
