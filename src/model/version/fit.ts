import type { OwnCover } from '../deck/slide.ts'
import { unprintable } from '../language/alphabet.ts'
import { isGarbled } from '../language/encoding.ts'
import { clean, coverLabels, garbled, inFigures, kept, someOf } from './own-text.ts'
import type { OwnSlide, Version } from './version.ts'

/**
 * How much of the speaker's texts is shown. Lengths are in characters; `titleWidth`, `line` and
 * `coverWidth` are in letters of average width. The fields of the cover share two lines.
 */
export const room = {
  title: 60,
  titleWidth: 78,
  point: 100,
  points: 5,
  lines: 6,
  line: 48,
  cover: { place: 40, date: 20, speaker: 60 },
  coverWidth: { place: 44, date: 22, speaker: 62 },
} as const

const lengthOf = (text: string): number => [...text].length

/** An estimate of a text's width, in letters of average width. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[MWmw—]/.test(letter) ? 1.6 : /\p{Lu}/u.test(letter) ? 1.35 : 1),
    0,
  )

/** An estimate of how many lines the points of an own slide take. */
export const linesOf = (points: readonly string[]): number =>
  points.reduce((sum, point) => sum + Math.max(1, Math.ceil(widthOf(point) / room.line)), 0)

/**
 * Whether the points of an own slide have room at the size of the deck's other rows: a second line
 * of the title takes the place of one.
 */
export const isRoomy = (title: string, points: readonly string[]): boolean =>
  points.length <= 4 && linesOf(points) <= (widthOf(title) <= room.titleWidth / 2 ? 6 : 5)

/** A text cut to the space there is: the part that is shown, with an ellipsis, and the rest. */
interface Cut {
  readonly shown: string
  readonly rest: string
}

/**
 * Cuts a text after a word, or within a word that is too long, and appends an ellipsis. `most` is
 * in characters.
 */
function cut(text: string, most: number, fits: (text: string) => boolean = () => true): Cut {
  const fitting = (part: string) => lengthOf(part) <= most && fits(part)
  if (fitting(text)) return { shown: text, rest: '' }
  const letters = [...text]
  const ends = [...letters.keys()].slice(0, most).reverse()
  const headTo = (end: number) =>
    `${letters
      .slice(0, end)
      .join('')
      .replace(/[\s,;:–-]+$/, '')}…`
  const goes = (end: number) => fitting(headTo(end))
  const end = ends.find((at) => letters[at] === ' ' && goes(at)) ?? ends.find(goes) ?? 0
  return { shown: headTo(end), rest: letters.slice(end).join('').trim() }
}

const cutTitle = (title: string): Cut =>
  cut(title, room.title, (text) => widthOf(text) <= room.titleWidth)

/** Cuts the points of a slide to its lines. A point that begins on the last line is cut there. */
function cutPoints(points: readonly string[]): readonly Cut[] {
  let left: number = room.lines
  return points.map((point, at) => {
    if (at >= room.points || left <= 0) return { shown: '', rest: point }
    const one = cut(point, room.point, (text) => linesOf([text]) <= left)
    left -= linesOf([one.shown])
    return one
  })
}

const cutCover = (text: string, name: keyof OwnCover): Cut =>
  cut(text, room.cover[name], (shown) => widthOf(shown) <= room.coverWidth[name])

const fittedSlide = (slide: OwnSlide): OwnSlide => ({
  ...slide,
  title: cutTitle(slide.title).shown,
  points: cutPoints(slide.points).flatMap(({ shown }) => shown || []),
})

/** A version whose texts are cut to what is shown. */
export function fitted(version: Version): Version {
  const { cover, own } = version
  return {
    ...version,
    own: own.map(fittedSlide),
    cover: {
      place: cutCover(cover.place, 'place').shown,
      date: cutCover(cover.date, 'date').shown,
      speaker: cutCover(cover.speaker, 'speaker').shown,
    },
  }
}

/** A field for the speaker's texts. */
export type OwnField = 'title' | 'points' | 'note' | keyof OwnCover

/** The points in a text, one per line; blank lines are dropped. */
const pointsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => clean(line))
    .filter(Boolean)

/**
 * How much of its space a text takes: «58/60 ký tự»; of an empty text, how much there is. Empty for
 * notes, which have no limit, and for no points, whose limit is in the field's label.
 */
export function takenIn(field: OwnField, text: string): string {
  if (field === 'note') return ''
  if (field !== 'points') {
    const most = field === 'title' ? room.title : room.cover[field]
    const length = lengthOf(clean(text))
    return length > 0 ? `${length}/${most} ký tự` : `tối đa ${most} ký tự`
  }
  if (!clean(text)) return ''
  const points = pointsIn(text)
  return `${points.length}/${room.points} ý, ${linesOf(points)}/${room.lines} dòng`
}

/** A text in quotation marks, shortened to at most 60 characters, after a word where there is one. */
export const quoted = (text: string): string => {
  if (lengthOf(text) <= 60) return `“${text}”`
  return `“${[...text]
    .slice(0, 60)
    .join('')
    .replace(/\s+\S*$/, '')}…”`
}

const notShown = ({ shown, rest }: Cut, name: string): readonly string[] => {
  if (!rest) return []
  return [
    shown
      ? `${name} dài quá chỗ, phần không hiện: ${quoted(rest)}.`
      : `${name} không còn chỗ, không hiện: ${quoted(rest)}.`,
  ]
}

/** A sentence for each part of a text that is not shown on its slide. */
function cutOff(field: OwnField, text: string): readonly string[] {
  switch (field) {
    case 'note':
      return []
    case 'points':
      return cutPoints(pointsIn(text)).flatMap((one, at) => notShown(one, `Ý ${at + 1}`))
    case 'title':
      return notShown(cutTitle(clean(text)), 'Đầu đề')
    default:
      return notShown(cutCover(clean(text), field), coverLabels[field])
  }
}

const lost = (field: OwnField, text: string): readonly string[] => {
  const lines = field === 'points' ? pointsIn(text) : [clean(text)]
  const bad = lines.find(isGarbled)
  const letters = lines.reduce((sum, line) => sum + lengthOf(line), 0)
  return [
    bad && `Không lưu ${quoted(bad)}. ${garbled}`,
    letters > kept[field] &&
      `Chỉ lưu ${inFigures(kept[field])} ký tự đầu. Chép phần sau ra nơi khác.`,
    lines.length > kept.lines && `Chỉ lưu ${kept.lines} ý đầu. Chép phần sau ra nơi khác.`,
  ].filter((remark) => typeof remark === 'string')
}

/**
 * Remarks on a text, for the speaker: what is not stored, what is not shown, and which characters
 * the fonts lack.
 */
export function remarksOn(field: OwnField, text: string): readonly string[] {
  const strange = unprintable(clean(text))
  const some = someOf(strange.map((letter) => `“${letter}”`))
  return [
    ...lost(field, text),
    ...cutOff(field, text),
    ...(strange.length > 0
      ? [`Phông chữ không có ${some}: có thể hiện và in thành ô vuông. Thay bằng ký tự khác.`]
      : []),
  ]
}
