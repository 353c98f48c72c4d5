import { follows } from '../../browser/scope.ts'
import { holdKeys } from './held-keys.ts'
import { awaitPlace } from './resuming.ts'
import { wide } from './wide.ts'

/**
 * Whether the page runs this file as a script. Other pages load it too, for the modules that they
 * share with the deck, and must keep their keys.
 */
const isRun = [...document.scripts].some(({ src }) => src === import.meta.url)

// Runs long before the rest of the deck has arrived.
if (isRun) awaitPlace()
if (isRun && (wide.matches || follows)) holdKeys()
