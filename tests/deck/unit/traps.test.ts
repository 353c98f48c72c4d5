import { expect, test } from 'vitest'
import { everything } from '../../support/text.ts'
import { traps } from '../expected/traps.ts'

test.for(traps)('nobody reads or hears %s: %s', ([trap]) => {
  for (const { where, text } of everything) {
    expect(text.match(trap)?.[0], where).toBeUndefined()
  }
})
