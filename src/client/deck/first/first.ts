import { follows } from '../../browser/scope.ts'
import { holdKeys } from './held-keys.ts'
import { wide } from './wide.ts'

// Runs long before the rest of the deck has arrived.
if (wide.matches || follows) holdKeys()
