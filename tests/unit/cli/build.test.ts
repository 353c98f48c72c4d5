import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { dist } from '../../../src/cli/build.ts'

// These tests run with DECK, as the sample deck is shown with it.
test('a deck that DECK names is not built over another that may be being shown', () => {
  expect(basename(dist)).toBe('dist-tests-sample-deck')
})
