import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areOlder, hashInputs } from '../../../src/build/sources/inputs.js'

let folder = ''
let slide = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'))
  slide = join(folder, 'slide.ts')
})
afterAll(() => rm(folder, { recursive: true }))

test('the hash tells what a slide says, and that it is gone', async () => {
  await writeFile(slide, 'một')
  const before = hashInputs([slide])
  expect(hashInputs([slide])).toBe(before)
  await writeFile(slide, 'hai')
  expect(hashInputs([slide])).not.toBe(before)
  await rm(slide)
  expect(hashInputs([slide])).not.toBe(before)
})

test('what is saved while it is compiled is not taken for what was compiled', async () => {
  const begun = Date.now() + 60_000
  await writeFile(slide, 'một')
  expect(areOlder([slide], begun)).toBe(true)
  await utimes(slide, new Date(), new Date(begun + 1))
  expect(areOlder([slide], begun)).toBe(false)
  await rm(slide)
  expect(areOlder([slide], begun)).toBe(false)
})
