import { readFileSync } from 'node:fs'
import type { Deck } from '../model/deck.ts'
import { outlineOf } from '../model/deck.ts'
import { editionOf } from '../model/edition.ts'
import { DeckError, exitCodes } from '../model/error.ts'
import { carriedIn, readFile } from '../model/version-file.ts'

/**
 * How a build is told of a speaker's version: the path of its file, and, where it is «1», that what
 * can be read of it is enough. In the environment, for a build is also run by Vite alone.
 */
export const told = { file: 'VERSION_FILE', partly: 'VERSION_PARTLY' } as const

const most = 3

/** The deck as the version shows it that the environment names; without one, the deck itself. */
export function shownDeck(deck: Deck, env: NodeJS.ProcessEnv = process.env): Deck {
  const path = env[told.file]
  if (!path) return deck
  const reading = readFile(textOf(path), deck.id, outlineOf(deck))
  if ('refused' in reading) {
    throw new DeckError(`Không dùng được “${path}”.`, reading.refused, {
      exitCode: exitCodes.usage,
    })
  }
  const { version, problems } = reading
  if (problems.length > 0 && env[told.partly] !== '1') {
    const others = problems.length > most ? ` Và ${problems.length - most} điều nữa.` : ''
    throw new DeckError(
      `“${path}” có phần không dùng được. ${problems.slice(0, most).join(' ')}${others}`,
      'Sửa tệp, hoặc thêm --partly để dùng phần còn lại.',
      { exitCode: exitCodes.usage },
    )
  }
  return editionOf(deck, version)
}

function textOf(path: string): string {
  try {
    const text = readFileSync(path, 'utf8')
    return carriedIn(text) ?? text
  } catch (cause) {
    throw new DeckError(
      `Không đọc được “${path}”.`,
      'Kiểm tra đường dẫn của tệp bản riêng, do nút “Lưu ra tệp” ghi.',
      { exitCode: exitCodes.usage, cause },
    )
  }
}
