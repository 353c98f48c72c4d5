import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { shownDeck, told } from '../../src/build/version.ts'
import { slidesOf } from '../../src/model/deck.ts'
import { exitCodes } from '../../src/model/error.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'version-'))
})
afterAll(() => rm(folder, { recursive: true }))

const head = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: deck.id }
const shown = async (text: string, partly = '0') => {
  const path = join(folder, 'ban.json')
  await writeFile(path, text)
  return shownDeck(deck, { [told.file]: path, [told.partly]: partly })
}

test('without a version the deck is shown as it is', () => {
  expect(shownDeck(deck, {})).toBe(deck)
})

test('a version in its file, or in a saved page, is shown', async () => {
  const text = JSON.stringify({ ...head, hidden: ['diem-cau'] })
  for (const file of [text, `<html><script class="own-version">${text}</script></html>`]) {
    expect(slidesOf(await shown(file)).map(({ id }) => id)).not.toContain('diem-cau')
  }
})

test('a file that is not there, or no version, is named, with the way out', async () => {
  expect(() => shownDeck(deck, { [told.file]: '/không/có.json' })).toThrow('/không/có.json')
  await expect(shown('{')).rejects.toMatchObject({
    exitCode: exitCodes.usage,
    hint: expect.stringContaining('Lưu ra tệp'),
  })
})

test('what cannot be used is said, and left out where that is agreed to', async () => {
  const text = JSON.stringify({ ...head, hidden: ['gone', 'diem-cau'] })
  await expect(shown(text)).rejects.toMatchObject({
    message: expect.stringContaining('gone'),
    hint: expect.stringContaining('--partly'),
  })
  expect(slidesOf(await shown(text, '1')).map(({ id }) => id)).not.toContain('diem-cau')
})
