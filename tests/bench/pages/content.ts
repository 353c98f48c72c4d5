import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../../../src/model/deck/deck.ts'
import * as told from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { citation } from '../../../src/model/deck/source.ts'
import { folderOf } from '../scratch.ts'

/** The text of every slide, for rivals to put into their own markup. */
export const contentOf = (deck: Deck) =>
  told.slidesOf(deck).map((slide) => {
    const title = told.titleOf(slide)
    const points = [...told.statementsOf(slide).map(told.phraseOf), ...told.gapsOf(slide)]
    const sources = told.sourcesOf(slide)
    return {
      ...{ id: slide.id, title, points: points.filter((text) => text !== title) },
      foot: [sources.length > 0 && `${citation(sources)}.`, slide.remark].filter(Boolean).join(' '),
      notes: slide.notes.map(noteText),
    }
  })

/** Escapes text between tags. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Copies two weights as Fontsource ships them, a file each for Latin and Vietnamese, and returns the CSS
 * for them.
 */
export async function fontsIn(folder: string): Promise<string> {
  const source = folderOf('@fontsource/be-vietnam-pro')
  const rules: string[] = []
  for (const subset of ['vietnamese-400', 'vietnamese-700', 'latin-400', 'latin-700']) {
    const file = `be-vietnam-pro-${subset}-normal.woff2`
    await cp(join(source, 'files', file), join(folder, file))
    const css = await readFile(join(source, `${subset}.css`), 'utf8')
    rules.push(css.replace('./files/', './').replace(/, url\([^)]*\) format\('woff'\)/, ''))
  }
  return rules.join('\n')
}
