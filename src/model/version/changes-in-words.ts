import { decimal } from '../decimal.ts'
import type { RunningOrder } from '../deck/running-order.ts'
import type { OwnCover } from '../deck/slide.ts'
import { isFixed } from './arrange.ts'
import { type Beside, type Change, changesBetween } from './changes.ts'
import { quoted } from './fit.ts'
import { coverLabels } from './own-text.ts'
import { noteOf, type OwnSlide, type Version } from './version.ts'

/** What a speaker reads of one change, or of several of one kind. */
export interface ChangeRow {
  /** A phrase that begins with a verb: «ẩn 2 trang: “Việc 1”, “Việc 2”». */
  readonly words: string
  readonly changes: readonly Change[]
}

/** The most slides that are named in one row. */
const mostNamed = 8

/** What a field of the cover is called within a sentence: «nơi trình bày». */
function coverName(field: keyof OwnCover): string {
  const label = coverLabels[field]
  return label.charAt(0).toLowerCase() + label.slice(1)
}

/** Two versions of one deck, of which the later is told by what it changes of the earlier. */
interface Pair {
  readonly runningOrder: RunningOrder
  readonly from: Version
  readonly to: Version
}

/** The name of a slide in quotation marks, of one's own as it is called last. */
function nameIn({ runningOrder, from, to }: Pair, id: string): string {
  const own = [...to.own, ...from.own].find((slide) => slide.id === id)
  return quoted(own?.title ?? runningOrder.find((info) => info.id === id)?.name ?? id)
}

/** «ẩn trang “Việc 1”», «ẩn 2 trang: “Việc 1”, “Việc 2”»; `end` follows the slides. */
function ofSlides(pair: Pair, verb: string, ids: readonly string[], end = ''): string {
  const names = ids.slice(0, mostNamed).map((id) => nameIn(pair, id))
  if (ids.length === 1) return `${verb} trang ${names.join()}${end}`
  const more = ids.length - names.length
  const rest = more > 0 ? ` và ${more} trang khác` : ''
  return `${verb} ${ids.length} trang${end}: ${names.join(', ')}${rest}`
}

const where = ({ side }: Beside): string => (side === 'before' ? 'lên trước' : 'xuống sau')

function lengthInWords({ runningOrder, to }: Pair): string {
  if (to.running === 'full') return 'chọn bản đầy đủ'
  const leftOut = runningOrder.filter(
    ({ id, core }) => !core && !to.shown.includes(id) && !isFixed(runningOrder, id),
  )
  return `chọn bản rút gọn: bớt ${leftOut.length} trang`
}

/** What has changed of an own slide: its title, its points or its time, or several of these. */
function editInWords(pair: Pair, slide: OwnSlide): string {
  const before = pair.from.own.find(({ id }) => id === slide.id)
  const points = ({ points }: OwnSlide) => points.join('\n')
  const [isNamed, isWritten, isTimed] = [
    before?.title !== slide.title,
    before && points(before) !== points(slide),
    before?.minutes !== slide.minutes,
  ]
  const name = quoted(slide.title)
  if (isNamed && !isWritten && !isTimed) {
    return `đổi đầu đề trang ${quoted(before?.title ?? '')} thành ${name}`
  }
  if (isWritten && !isNamed && !isTimed) return `sửa các ý trang ${name}`
  if (isTimed && !isNamed && !isWritten) {
    return `đặt thời lượng trang ${name}: ${decimal(slide.minutes)} phút`
  }
  return `sửa trang ${name}`
}

/** The verb of a changed note; changes with the same one share a row. */
const noteVerb = ({ from }: Pair, id: string, text: string): string =>
  `${noteOf(from, id) ? (text ? 'sửa' : 'xoá') : 'thêm'} ghi chú`

/** The row that a change belongs to, by a name; each of the others has one of its own. */
function rowOf(pair: Pair, change: Change, changes: readonly Change[]): string {
  const has = (kind: Change['kind'], id: string) =>
    changes.some((other) => other.kind === kind && 'id' in other && other.id === id)
  switch (change.kind) {
    // A slide that the short running order had kept is no more than hidden, and the other way round.
    case 'drop':
      return has('hide', change.id) ? 'hide' : change.kind
    case 'keep':
      return has('unhide', change.id) ? 'unhide' : change.kind
    case 'hide':
    case 'unhide':
      return change.kind
    case 'note':
      return noteVerb(pair, change.id, change.text)
    default:
      return `${changes.indexOf(change)}`
  }
}

function rowInWords(pair: Pair, first: Change, changes: readonly Change[]): string {
  const ids = [...new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])))]
  switch (first.kind) {
    case 'running':
      return lengthInWords(pair)
    case 'hide':
      return ofSlides(pair, 'ẩn', ids)
    case 'unhide':
      return ofSlides(pair, 'hiện', ids)
    case 'keep':
      return ofSlides(pair, 'giữ', ids, ' trong bản rút gọn')
    case 'drop':
      return ofSlides(pair, 'bỏ', ids, ' khỏi bản rút gọn')
    case 'remove':
      return ofSlides(pair, 'xoá', ids)
    case 'part':
      return `chuyển phần ${quoted(first.name)} ${where(first.to)} phần ${quoted(first.to.of)}`
    case 'move':
      return `${ofSlides(pair, 'chuyển', ids)} ${where(first.to)} trang ${nameIn(pair, first.to.of)}`
    case 'add': {
      const name = quoted(first.slide.title)
      return `thêm trang ${name} sau trang ${nameIn(pair, first.at.of)}`
    }
    case 'edit':
      return editInWords(pair, first.slide)
    case 'note': {
      const verb = noteVerb(pair, first.id, first.text)
      return ofSlides(pair, ids.length === 1 ? verb : `${verb} ở`, ids)
    }
    case 'cover': {
      const name = coverName(first.field)
      if (!first.text) return `xoá ${name}`
      const text = quoted(first.text)
      return pair.from.cover[first.field] ? `đổi ${name} thành ${text}` : `điền ${name}: ${text}`
    }
    case 'total':
      return first.minutes === undefined
        ? 'bỏ thời lượng cả buổi'
        : `đặt thời lượng cả buổi: ${decimal(first.minutes)} phút`
    case 'times':
      return Object.keys(first.seconds).length > 0
        ? 'đặt thời lượng từng trang theo buổi tập'
        : 'bỏ thời lượng theo buổi tập'
  }
}

/**
 * What a version changes of another one, as rows to read. `moved` are the slides and the parts that
 * somebody may have moved.
 */
export function changeRows(
  runningOrder: RunningOrder,
  from: Version,
  to: Version,
  moved: readonly string[] = [],
): readonly ChangeRow[] {
  const pair = { runningOrder, from, to }
  const changes = changesBetween(runningOrder, from, to, moved)
  const rows = new Map<string, Change[]>()
  for (const change of changes) {
    const name = rowOf(pair, change, changes)
    rows.set(name, [...(rows.get(name) ?? []), change])
  }
  return [...rows.values()].flatMap((of) => {
    const [first] = of
    return first ? [{ words: rowInWords(pair, first, of), changes: of }] : []
  })
}

/** Rows in one phrase: the first, and how many more there are. */
export function inOnePhrase(rows: readonly ChangeRow[]): string {
  const [first, ...others] = rows
  if (!first) return 'thay đổi vừa rồi'
  return others.length > 0 ? `${first.words}; và ${others.length} thay đổi khác` : first.words
}
