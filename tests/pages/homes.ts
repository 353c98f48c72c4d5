import { inject } from 'vitest'

/** Where a deck can be opened from. */
export type Home = 'the built site'

export const homes: readonly Home[] = ['the built site']

/** The addresses of the pages of a home. */
export interface Addresses {
  readonly deck: string
  readonly speaker: string
  readonly check: string
}

export function addressesOf(_home: Home): Addresses {
  const origin = inject('origin')
  return { deck: `${origin}/`, speaker: `${origin}/speaker.html`, check: `${origin}/check.html` }
}
