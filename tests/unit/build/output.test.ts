import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type After,
  type Files,
  isMadeFrom,
  noteMadeFrom,
  writeFiles,
} from '../../../src/build/output.ts'

let place = ''
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'output-'))
})
afterEach(() => rm(place, { recursive: true }))

const build = (files: Files, after?: After) => writeFiles(place, files, after)

const names = async () =>
  (await readdir(place, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort()

test('a file that is open when the next build replaces it can be read to its end', async () => {
  const old = 'cũ '.repeat(1000)
  await build({ 'sw.js': old, 'assets/a-1.js': 'a' })
  const reader = await open(join(place, 'sw.js'))
  await build({ 'sw.js': 'mới' })
  expect(await reader.readFile('utf8')).toBe(old)
  await reader.close()
  expect(await readFile(join(place, 'sw.js'), 'utf8')).toBe('mới')
})

test('a build that cannot write one of its files replaces none', async () => {
  await build({ 'index.html': 'cũ', 'sw.js': 'cũ' })
  const unwritable = `${'x'.repeat(300)}.js`
  await expect(build({ 'index.html': 'mới', [unwritable]: '', 'sw.js': 'mới' })).rejects.toThrow()
  for (const name of ['index.html', 'sw.js']) {
    expect(await readFile(join(place, name), 'utf8')).toBe('cũ')
    expect(await names()).toContain(`${name}.br`)
  }
})

test('a build that fails when its pages are in place leaves nothing half-written', async () => {
  const others = async () => {
    throw new Error('full')
  }
  // Enough to compress that it takes longer than failing does.
  const files = { 'index.html': 'một trang '.repeat(40_000), 'sw.js': '' }
  await expect(build(files, { others })).rejects.toThrow('full')
  const copies = ['index.html.br', 'index.html.gz', 'sw.js.br', 'sw.js.gz']
  expect(await names()).toEqual(['.written.json', ...Object.keys(files), ...copies].sort())
  expect(readdirSync(place).filter((name) => name.includes('part'))).toEqual([])
})

test('a build deletes stale files of the previous build and keeps other files', async () => {
  const others = async () => ({ 'mang-theo/a.html': '' })
  await build({ 'sw.js': '', 'assets/a-1.js': 'a' }, { others })
  expect(await names()).toContain('mang-theo/a.html')
  await writeFile(join(place, 'slides.pdf'), '%PDF')
  await build({ 'sw.js': '', 'assets/b-2.js': 'b' })
  const assets = ['assets/b-2.js', 'assets/b-2.js.br', 'assets/b-2.js.gz']
  const worker = ['sw.js', 'sw.js.br', 'sw.js.gz']
  expect(await names()).toEqual(['.written.json', ...assets, 'slides.pdf', ...worker])
})

test('a build deletes what a version that listed names alone has written', async () => {
  await build({ 'sw.js': '', 'assets/a-1.js': 'a' })
  await writeFile(join(place, '.written.json'), '["sw.js", "assets/a-1.js"]')
  await build({ 'sw.js': '' })
  expect(await names()).not.toContain('assets/a-1.js')
})

test('a build removes what killed builds have left', async () => {
  // A process that has ended, and one that is running.
  const { pid } = spawnSync(process.execPath, ['--version'])
  for (const id of [pid, process.ppid]) {
    await mkdir(join(place, `.part-${id}`))
    await writeFile(join(place, `.part-${id}/index.html`), '')
  }
  await build({})
  expect(await names()).toEqual([`.part-${process.ppid}/index.html`, '.written.json'].sort())
})

test('pages are in place, and no copy of an old one, before what only others need is made', async () => {
  await build({ 'index.html': 'cũ', 'review.html': 'như cũ' })
  const kept = (await stat(join(place, 'review.html.br'))).mtimeMs
  const seen: string[] = []
  const onPages = () => {
    seen.push(...readdirSync(place).filter((name) => name.startsWith('index')))
    seen.push(readFileSync(join(place, 'index.html'), 'utf8'))
  }
  const others = async () => ({ 'mang-theo/a.html': seen.join(' ') })
  await build({ 'index.html': 'mới', 'review.html': 'như cũ' }, { onPages, others })
  expect(await readFile(join(place, 'mang-theo/a.html'), 'utf8')).toBe('index.html mới')
  expect(brotliDecompressSync(await readFile(join(place, 'index.html.br'))).toString()).toBe('mới')
  // What did not change is not compressed again.
  expect((await stat(join(place, 'review.html.br'))).mtimeMs).toBe(kept)
})

test('a folder is known to be made from its sources until it changes, or is built by others', async () => {
  const files = { 'index.html': 'một', 'sw.js': '' }
  await build(files)
  expect(await isMadeFrom(place, 'abc')).toBe(false)
  await noteMadeFrom(place, 'abc')
  expect(await isMadeFrom(place, 'abc')).toBe(true)
  expect(await isMadeFrom(place, 'abd')).toBe(false)
  await writeFile(join(place, 'index.html'), 'hai')
  expect(await isMadeFrom(place, 'abc')).toBe(false)
  await noteMadeFrom(place, 'abc')
  await rm(join(place, 'sw.js.gz'))
  expect(await isMadeFrom(place, 'abc')).toBe(false)
  await noteMadeFrom(place, 'abc')
  expect(await isMadeFrom(place, 'abc')).toBe(false)
  await build(files)
  expect(await isMadeFrom(place, 'abc')).toBe(false)
  await writeFile(join(place, '.written.json'), '{')
  expect(await isMadeFrom(place, 'abc')).toBe(false)
})

test('what is being added to the pages is written where nothing of it is left', async () => {
  const others = async () => {
    // In place: the pages, and none of what follows, not even in part.
    expect(readdirSync(place).filter((name) => name.includes('.part') && name[0] !== '.')).toEqual(
      [],
    )
    return { 'mang-theo/a.html': 'a' }
  }
  await build({ 'index.html': 'một' }, { others })
  expect((await readdir(join(place, 'mang-theo'))).sort()).toEqual(['a.html'])
  expect((await names()).filter((name) => name.includes('part'))).toEqual([])
})
