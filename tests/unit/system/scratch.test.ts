import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { withScratch } from '../../../src/system/scratch.ts'

test('work that overlaps has folders of its own, and leaves the temporary folder as it was', async () => {
  const before = tmpdir()
  const ends: (() => void)[] = []
  const folders: string[] = []
  const works = [0, 1].map(() =>
    withScratch((folder) => {
      folders.push(folder)
      expect(tmpdir()).toBe(folder)
      return new Promise<void>((resolve) => ends.push(resolve))
    }),
  )
  const [first = '', second = ''] = folders
  expect(first).not.toBe(second)
  expect(folders.map(dirname)).toEqual([before, before])
  ends[0]?.()
  await works[0]
  // The first to begin is the first to end: the other goes on in its own.
  expect([first, second].map(existsSync)).toEqual([false, true])
  expect(tmpdir()).toBe(second)
  ends[1]?.()
  await works[1]
  expect(existsSync(second)).toBe(false)
  expect(tmpdir()).toBe(before)
})
