import { join, sep } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { keysOf } from '../../model/record.ts'

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** With slashes on every system, as bundlers name modules. */
const client = join(import.meta.dirname, '../../client')
  .split(sep)
  .join('/')

/** The chunks in the order in which the deck loads them, each with the module that needs it. */
const entries = {
  first: `${client}/deck/first/first.ts`,
  shared: `${client}/deck/deck.ts`,
  later: `${client}/deck/later/later.ts`,
} as const

/** A module and all that it imports statically, and so on. */
function neededBy(entry: string, graph: Graph): ReadonlySet<string> {
  const needed = new Set([entry])
  // A loop over a set also visits what is added meanwhile.
  for (const id of needed) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(imported)
  }
  return needed
}

/**
 * Bundles the modules that several pages share into four chunks instead of one chunk each: `first`
 * has what holds the first keys, `shared` what else the deck loads as it starts, `later` what it loads
 * once it works, `pages` all others. In a single chunk, viewers would load what only the other pages and
 * a private version need before the first key works.
 */
export function sharedChunks(): Plugin {
  const groups = [
    ...keysOf(entries).map((name, at) => {
      let needed: ReadonlySet<string> | undefined
      return {
        name(id: string, graph: Graph) {
          needed ??= neededBy(entries[name], graph)
          return needed.has(id) ? name : null
        },
        minShareCount: name === 'shared' ? 2 : 1,
        priority: 3 - at,
      }
    }),
    { name: 'pages', minShareCount: 2 },
  ]
  return {
    name: 'shared-chunks',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }),
  }
}
