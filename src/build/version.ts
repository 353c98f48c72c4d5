import { readFileSync } from 'node:fs'
import type { Deck } from '../model/deck/deck.ts'
import { runningOrderOf } from '../model/deck/deck.ts'
import { DeckError, exitCodes } from '../model/error.ts'
import { applyVersion } from '../model/version/apply-version.ts'
import { remarksOn } from '../model/version/fit.ts'
import { arrange, noteOf, type Version } from '../model/version/version.ts'
import { carriedIn, readFile } from '../model/version/version-file.ts'

/**
 * How a build is told of a speaker's version: the path of its file, and, where it is «1», that what
 * can be read of it is enough. In the environment, for a build is also run by Vite alone.
 */
export const told = { file: 'VERSION_FILE', partly: 'VERSION_PARTLY' } as const

const most = 3

/** The version that the environment names, if it names one. */
function versionFor(deck: Deck, env: NodeJS.ProcessEnv): Version | undefined {
  const path = env[told.file]
  if (!path) return undefined
  const reading = readFile(textOf(path), deck.id, runningOrderOf(deck))
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
  return version
}

/** The deck as the version shows it that the environment names; without one, the deck itself. */
export function shownDeck(deck: Deck, env: NodeJS.ProcessEnv = process.env): Deck {
  const version = versionFor(deck, env)
  return version ? applyVersion(deck, version) : deck
}

/** What of that version's own words is not shown, or has letters that no font has, and where. */
export function remarksFor(deck: Deck, env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const version = versionFor(deck, env)
  if (!version) return []
  const { cover, own } = version
  return arrange(runningOrderOf(deck), version).shown.flatMap(({ id }, at) => {
    const slide = own.find((one) => one.id === id)
    const remarks = [
      ...(at === 0
        ? (['place', 'date', 'speaker'] as const).flatMap((name) => remarksOn(name, cover[name]))
        : []),
      ...(slide
        ? [...remarksOn('title', slide.title), ...remarksOn('points', slide.points.join('\n'))]
        : []),
    ]
    return [
      ...remarks.map((remark) => `Trang ${at + 1}: ${remark}`),
      ...remarksOn('note', noteOf(version, id)).map(
        (remark) => `Ghi chú của trang ${at + 1}: ${remark}`,
      ),
    ]
  })
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
