import { type Deck, runningOrderOf } from '../model/deck/deck.ts'
import { DeckError, exitCodes } from '../model/error.ts'
import { keysOf } from '../model/record.ts'
import { applyVersion } from '../model/version/apply-version.ts'
import { arrange } from '../model/version/arrange.ts'
import { remarksOn } from '../model/version/fit.ts'
import { noteOf, type Version } from '../model/version/version.ts'
import { carriedIn, encodingOf, readFile } from '../model/version/version-file.ts'
import { readNamed } from '../system/read-file.ts'

/** The file of a private version to build. */
export interface VersionFile {
  readonly path: string
  /**
   * Whether to use the valid parts of a file; otherwise a file with invalid parts fails the build.
   */
  readonly partly: boolean
}

const most = 3

/** The size that a file may have, in bytes: that of a saved page, with much room. */
const largest = 50e6

/**
 * Reads a version for a deck. Throws a `DeckError` if the file cannot be used, or if parts are
 * invalid and `partly` is not set.
 */
function readFor(deck: Deck, { path, partly }: VersionFile): Version {
  const reading = readFile(textOf(path), deck.id, runningOrderOf(deck))
  if ('refused' in reading) {
    throw new DeckError(`Không dùng được “${path}”.`, reading.refused, {
      exitCode: exitCodes.usage,
    })
  }
  const { version, problems } = reading
  if (problems.length > 0 && !partly) {
    const others = problems.length > most ? ` Còn ${problems.length - most} lỗi khác.` : ''
    throw new DeckError(
      `“${path}” có phần không dùng được. ${problems.slice(0, most).join(' ')}${others}`,
      'Sửa tệp, hoặc thêm --partly để dùng phần còn lại.',
      { exitCode: exitCodes.usage },
    )
  }
  return version
}

/**
 * The deck with a private version applied; without a file, the deck itself. With `all`, hidden
 * slides stay in their places. Throws as `readFor` does.
 */
export const shownDeck = (
  deck: Deck,
  file: VersionFile | undefined,
  which: 'shown' | 'all' = 'shown',
): Deck => (file ? applyVersion(deck, readFor(deck, file), which) : deck)

/**
 * Remarks on the speaker's texts in a version: what is not shown, and which letters no font has,
 * each with the number of its slide.
 */
export function remarksFor(deck: Deck, file: VersionFile | undefined): readonly string[] {
  if (!file) return []
  const version = readFor(deck, file)
  const { cover, own } = version
  return arrange(runningOrderOf(deck), version).shown.flatMap(({ id }, at) => {
    const slide = own.find((one) => one.id === id)
    const remarks = [
      ...(at === 0 ? keysOf(cover).flatMap((name) => remarksOn(name, cover[name])) : []),
      ...(slide
        ? [...remarksOn('title', slide.title), ...remarksOn('points', slide.points.join('\n'))]
        : []),
    ]
    return [
      ...remarks.map((remark) => `Trang ${at + 1}: ${remark}`),
      ...remarksOn('note', noteOf(version, id)).map(
        (remark) => `Ghi chú ở trang ${at + 1}: ${remark}`,
      ),
    ]
  })
}

function textOf(path: string): string {
  try {
    const bytes = readNamed(path, largest)
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
    return carriedIn(text) ?? text
  } catch (cause) {
    throw new DeckError(
      `Không đọc được “${path}”.`,
      'Kiểm tra đường dẫn của tệp bản riêng, lưu bằng nút “Lưu thay đổi ra tệp” hoặc “Lưu bản riêng để gửi”.',
      { exitCode: exitCodes.usage, cause },
    )
  }
}
