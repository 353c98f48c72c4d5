import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../../src/model/deck/deck.ts'
import { type Content, contentOf, escaped } from './content.ts'
import { putFonts } from './fonts.ts'

const slide = ({ title, points, foot, notes }: Content, at: number): string =>
  [
    `${at === 0 ? '#' : '##'} ${escaped(title)}`,
    points.map((text) => `- ${escaped(text)}`).join('\n'),
    escaped(foot),
    `<!--\n${notes.join('\n\n')}\n-->`,
  ].join('\n\n')

/** Writes the deck as Marp's Markdown, with the same fonts as the starter. */
export async function makeMarp(folder: string, deck: Deck, packaged: boolean): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true })
  const fonts = await putFonts(join(folder, 'dist/fonts'), packaged)
  const style = `${fonts.replaceAll('./', './fonts/')}
section { background: #fff; color: #222; font-family: 'Be Vietnam Pro', sans-serif }
h1, h2 { color: #7a1212 }`
  const front = `---
marp: true
lang: vi
title: ${deck.title}
style: |
${style.replace(/^/gm, '  ')}
---`
  const text = [front, contentOf(deck).map(slide).join('\n\n---\n\n')].join('\n\n')
  await writeFile(join(folder, 'dist/deck.md'), `${text}\n`)
}
