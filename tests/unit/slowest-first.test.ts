import { expect, test } from 'vitest'
import type { TestSpecification, Vitest } from 'vitest/node'
import { SlowestFirst } from '../support/slowest-first.ts'

/** Vitest, as far as it is asked here: durations in ms of files that have run, sizes of others. */
const vitest = (ran: Record<string, number>, sizes: Record<string, number> = {}) =>
  ({
    config: { root: '/' },
    cache: {
      getFileTestResults: (key: string) => ran[key] && { duration: ran[key], failed: false },
      getFileStats: (key: string) => sizes[key] && { size: sizes[key] },
    },
    // Only these two are read.
  }) as unknown as Vitest

const file = (name: string): TestSpecification => {
  const [project, path] = name.split(':')
  // Only these two are read.
  return { project: { name: project }, moduleId: `/${path}` } as unknown as TestSpecification
}

const sorted = (sequencer: SlowestFirst, names: readonly string[]) =>
  sequencer
    .sort(names.map(file))
    .map(({ project, moduleId }) => `${project.name}:${moduleId.slice(1)}`)

test('what users run starts first, each project as a whole', () => {
  const sequencer = new SlowestFirst(vitest({ 'unit:b': 9000, 'user:d': 50 }))
  expect(
    sorted(sequencer, ['browser:a', 'unit:b', 'deck-browser:c', 'user:d', 'browser:e']),
  ).toEqual(['user:d', 'deck-browser:c', 'browser:a', 'browser:e', 'unit:b'])
})

test('in a project the slowest file starts first, by its size as long as it has not run', () => {
  const sequencer = new SlowestFirst(vitest({ 'unit:a': 10, 'unit:b': 9000 }, { 'unit:c': 200 }))
  expect(sorted(sequencer, ['unit:a', 'unit:b', 'unit:c'])).toEqual(['unit:b', 'unit:c', 'unit:a'])
})
