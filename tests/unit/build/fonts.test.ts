import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildFonts, faces, paperFaces, partsOf, unicodeRange } from '../../../src/build/fonts.ts'
import { firstLetters } from '../../../src/build/plugin.ts'
import { DeckError } from '../../../src/model/error.ts'
import { vietnameseLetters } from '../../../src/model/language/alphabet.ts'
import { body, textOf } from '../../support/text.ts'

const assets = join(import.meta.dirname, '../../../assets/fonts')

describe('the alphabet', () => {
  test('adds 134 letters to ASCII, each one character', () => {
    expect(new Set(vietnameseLetters).size).toBe(134)
    expect(vietnameseLetters.every((letter) => [...letter].length === 1)).toBe(true)
    expect(vietnameseLetters).toEqual(expect.arrayContaining([...'ẪẫỰựĐđỗƯỹẶặ']))
  })
})

describe('a face in two subsets', () => {
  const [slides, rest] = partsOf(textOf(body))

  test('has every letter of the slides in the first', () => {
    const missing = [...new Set(textOf(body))].filter((letter) => !slides.letters.includes(letter))
    expect(missing).toEqual([])
  })

  test('has in the first the letters of the message without script, and of the overview', () => {
    const [first] = partsOf(firstLetters('<p>Aa</p>'))
    expect(first.letters).toEqual(expect.arrayContaining([...'AaằởC–']))
  })

  test('has the whole alphabet, no letter twice', () => {
    const all = [...slides.letters, ...rest.letters]
    expect(new Set(all).size).toBe(all.length)
    expect(all).toEqual(expect.arrayContaining([...vietnameseLetters, ...'0123456789“”…–\u00a0']))
  })

  test('joins neighbouring letters into one range', () => {
    expect(unicodeRange([...'CABẪ'])).toBe('U+41-43, U+1EAA')
  })
})

describe('the subset files', () => {
  let cache = ''
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'fonts-'))
  })
  // One subset that fails does not stop the others, which may still be written.
  afterAll(() => rm(cache, { recursive: true, maxRetries: 10 }))

  test('are named in the stylesheet, two for each face, and are small', async () => {
    const { css } = (await buildFonts('Đột phá 3', assets, cache)).screen
    const files = [...css.matchAll(/url\('\.\/([^']+)'\)/g)].map(([, file]) => file ?? '')
    expect(files).toHaveLength(faces.length * 2)
    for (const file of files) {
      const bytes = await readFile(join(cache, file))
      expect(bytes.subarray(0, 4).toString()).toBe('wOF2')
      expect(bytes.length).toBeLessThan(20_000)
    }
  })

  test('have all letters in one file for each face of A4 documents', async () => {
    const { screen, paper } = await buildFonts('Đột phá 3 →', assets, cache)
    const { css } = paper
    const files = [...css.matchAll(/url\('\.\/([^']+)'\)/g)].map(([, file]) => file ?? '')
    expect(files).toEqual(paperFaces.map(({ file }) => expect.stringMatching(file.slice(0, -4))))
    expect(css.match(/U\+20-7E.* U\+1EA0-1EF9.* U\+2192;/g)).toHaveLength(paperFaces.length)
    for (const file of files) {
      expect((await readFile(join(cache, file))).length).toBeLessThan(30_000)
    }
    expect(screen.css).not.toContain('Tinos')
  })

  test('are made again if one of them is damaged', async () => {
    const { screen } = await buildFonts('Đột phá 3', assets, cache)
    const [, file = ''] = /url\('\.\/([^']+)'\)/.exec(screen.css) ?? []
    const whole = await readFile(join(cache, file))
    for (const damaged of [whole.subarray(0, 1000), Buffer.alloc(0)]) {
      await writeFile(join(cache, file), damaged)
      await buildFonts('Đột phá 3', assets, cache)
      expect((await readFile(join(cache, file))).equals(whole)).toBe(true)
    }
  })

  test('are not written again as they are, because the disk may be read-only', async () => {
    const sheets = Object.values(await buildFonts('Đột phá 3', assets, cache))
    const times = () => Promise.all(sheets.map(async ({ path }) => (await stat(path)).ctimeMs))
    const before = await times()
    await buildFonts('Đột phá 3', assets, cache)
    expect(await times()).toEqual(before)
  })

  test('of decks with other letters that are built at the same time are kept apart', async () => {
    const texts = ['Đột phá 3', 'Thư viện', 'Đột phá 3']
    const [one, other, same] = await Promise.all(
      texts.map((text) => buildFonts(text, assets, cache)),
    )
    expect(same).toEqual(one)
    for (const kind of ['screen', 'paper', 'packed'] as const) {
      const sheets = [one?.[kind], other?.[kind]]
      for (const sheet of sheets) expect(await readFile(sheet?.path ?? '', 'utf8')).toBe(sheet?.css)
    }
    expect(one?.screen.path).not.toBe(other?.screen.path)
  })

  test('are made again if the font that they are cut from is another one', async () => {
    const own = join(cache, 'own')
    await cp(assets, own, { recursive: true })
    const before = await buildFonts('Đột phá 3', own, cache)
    await cp(join(own, 'tinos-400.ttf'), join(own, 'be-vietnam-pro-500.ttf'))
    expect((await buildFonts('Đột phá 3', own, cache)).screen).not.toEqual(before.screen)
  })

  test('are not made from a source that is missing or damaged', async () => {
    await expect(buildFonts('a', join(cache, 'nowhere'), cache)).rejects.toThrow(DeckError)
    const damaged = join(cache, 'damaged')
    await cp(assets, damaged, { recursive: true })
    for (const bytes of ['', (await readFile(join(assets, 'tinos-400.ttf'))).subarray(0, 5000)]) {
      await writeFile(join(damaged, 'tinos-400.ttf'), bytes)
      await expect(buildFonts('a', damaged, cache)).rejects.toThrow(/phông chữ .*tinos-400/)
    }
  })
})
