import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { kept } from '../../../src/build/kept.ts'

const name = `kept-test-${process.pid}`
const file = join(import.meta.dirname, `../../../node_modules/.cache/bao-cao-vien/${name}.json`)
afterAll(() => rm(file, { force: true }))

test('what was made is made again only if something that it is made from has changed', async () => {
  let made = 0
  const make = async () => ({ times: ++made })
  expect(await kept(name, 'fonts', make)).toEqual({ times: 1 })
  expect(await kept(name, 'fonts', make)).toEqual({ times: 1 })
  expect(await kept(name, 'other fonts', make)).toEqual({ times: 2 })
  const whole = await readFile(file, 'utf8')
  for (const damaged of [whole.slice(0, -1), whole.replace('"times":2', '"times":9'), '{"key":']) {
    await writeFile(file, damaged)
    made = 2
    expect(await kept(name, 'other fonts', make)).toEqual({ times: 3 })
  }
})

test('what fails is not kept', async () => {
  const fails = () => Promise.reject(new Error('no room'))
  await expect(kept(name, 'third fonts', fails)).rejects.toThrow('no room')
  expect(await kept(name, 'third fonts', async () => 'made')).toBe('made')
})

test('a file in the cache that is no record, and a cache that cannot be written, are passed over', async () => {
  await writeFile(file, 'null')
  expect(await kept(name, 'fourth fonts', async () => 'made')).toBe('made')
  expect(await kept(`${name}/${'x'.repeat(300)}`, '', async () => 'made')).toBe('made')
})
