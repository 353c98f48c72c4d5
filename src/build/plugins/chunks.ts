import { join, sep } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** Named with slashes on every system, as bundlers do. */
const start = join(import.meta.dirname, '../../client/deck/deck.ts')
  .split(sep)
  .join('/')

/**
 * Bundles the modules that several pages share into two chunks instead of one chunk each: `shared`
 * has what the deck loads as it starts, `pages` all others. In one chunk, viewers would load what
 * only the other pages and a private version need before the first key works.
 */
export function sharedChunks(): Plugin {
  let first: Set<string> | undefined
  const groups = [
    {
      name(id: string, graph: { getModuleInfo: Rolldown.GetModuleInfo }): string | null {
        if (!first) {
          first = new Set([start])
          // A loop over a set also visits what is added meanwhile.
          for (const one of first) {
            for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) first.add(imported)
          }
        }
        return first.has(id) ? 'shared' : null
      },
      minShareCount: 2,
      priority: 1,
    },
    { name: 'pages', minShareCount: 2 },
  ]
  return {
    name: 'shared-chunks',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }),
  }
}
