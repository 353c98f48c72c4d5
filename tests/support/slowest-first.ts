import { relative } from 'node:path'
import type { TestSequencer, TestSpecification, Vitest } from 'vitest/node'

/**
 * The projects of `npm test`, in an order in which few processes are started. `user`, with the
 * slowest file, leaves room for fewer than all at first, which is enough for the next two.
 */
const projects = ['user', 'deck-browser', 'deck', 'browser', 'unit']

/**
 * Starts the slowest test files first, so that none is left running alone at the end. Vitest does
 * so within a project, but takes projects by their names, with `user` as the last. The files of a
 * project stay together, because they share processes.
 */
export class SlowestFirst implements TestSequencer {
  readonly #vitest: Pick<Vitest, 'cache' | 'config'>

  constructor(vitest: Pick<Vitest, 'cache' | 'config'>) {
    this.#vitest = vitest
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    return files
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted(
      (one, other) =>
        projects.indexOf(one.project.name) - projects.indexOf(other.project.name) ||
        this.#weightOf(other) - this.#weightOf(one),
    )
  }

  /** How long a file took last time, in ms; of one that has not run yet, its size in bytes. */
  #weightOf({ project, moduleId }: TestSpecification): number {
    const { cache, config } = this.#vitest
    const key = `${project.name}:${relative(config.root, moduleId)}`
    return cache.getFileTestResults(key)?.duration ?? cache.getFileStats(key)?.size ?? 0
  }
}
