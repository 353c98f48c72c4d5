// JavaScript, for what runs before anything reads TypeScript.
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Where `#deck` is: in `slides/`, or in another file that DECK names, as for a deck that was kept. */
export const deckAlias = { '#deck': resolve(root, process.env.DECK ?? 'slides/deck.ts') }
