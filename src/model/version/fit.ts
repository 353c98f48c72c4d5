import type { OwnCover } from '../deck/slide.ts'
import { unprintable } from '../language/alphabet.ts'
import { isGarbled } from '../language/encoding.ts'
import { clean, garbled, kept } from './own-text.ts'
import type { OwnSlide, Version } from './version.ts'

/** How much of the speaker's own words there is room for where they are shown. */
export const room = {
  title: 60,
  titleWidth: 78,
  point: 100,
  points: 5,
  lines: 6,
  line: 48,
  cover: { place: 40, date: 20, speaker: 28 },
} as const

const lengthOf = (text: string): number => [...text].length

/** The width of a text in letters of the usual width. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[MWmw—]/.test(letter) ? 1.6 : /\p{Lu}/u.test(letter) ? 1.35 : 1),
    0,
  )

/** How many lines the points of an own slide take when it is shown. */
export const linesOf = (points: readonly string[]): number =>
  points.reduce((sum, point) => sum + Math.max(1, Math.ceil(widthOf(point) / room.line)), 0)

/** A text as far as there is room for it, and what is left of it. */
interface Cut {
  readonly shown: string
  readonly rest: string
}

/** Cuts a text behind a word, or within one that is too long by itself, and marks that it goes on. */
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

/** The points as far as the slide has room; one that begins on its last line is cut there. */
function cutPoints(points: readonly string[]): readonly Cut[] {
  let left: number = room.lines
  return points.map((point, at) => {
    if (at >= room.points || left <= 0) return { shown: '', rest: point }
    const one = cut(point, room.point, (text) => linesOf([text]) <= left)
    left -= linesOf([one.shown])
    return one
  })
}

const cutCover = (cover: OwnCover, name: keyof OwnCover): Cut => cut(cover[name], room.cover[name])

const fittedSlide = (slide: OwnSlide): OwnSlide => ({
  ...slide,
  title: cutTitle(slide.title).shown,
  points: cutPoints(slide.points).flatMap(({ shown }) => shown || []),
})

/** A version with the speaker's words as they are shown: what there is no room for is cut. */
export function fitted(version: Version): Version {
  const { cover, own } = version
  return {
    ...version,
    own: own.map(fittedSlide),
    cover: {
      place: cutCover(cover, 'place').shown,
      date: cutCover(cover, 'date').shown,
      speaker: cutCover(cover, 'speaker').shown,
    },
  }
}

/** A field of the speaker's own words. */
export type OwnField = 'title' | 'points' | 'note' | keyof OwnCover

/** The points of a text that has one on each line. */
export const pointsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => clean(line))
    .filter(Boolean)

/** How much of its room a text takes: «58/60 chữ cái»; empty where it is, or has room without end. */
export function takenIn(field: OwnField, text: string): string {
  if (field === 'note' || !clean(text)) return ''
  if (field !== 'points') {
    return `${lengthOf(clean(text))}/${field === 'title' ? room.title : room.cover[field]} chữ cái`
  }
  const points = pointsIn(text)
  return `${points.length}/${room.points} ý, ${linesOf(points)}/${room.lines} dòng`
}

/** A text in quotation marks, in short. */
const quoted = (text: string): string =>
  `“${lengthOf(text) > 60 ? `${[...text].slice(0, 60).join('').trimEnd()}…` : text}”`

const notShown = ({ shown, rest }: Cut, name: string): readonly string[] => {
  if (!rest) return []
  return [
    shown ? `${name} không hiện hết, còn ${quoted(rest)}.` : `${name} không hiện: ${quoted(rest)}.`,
  ]
}

const names = {
  title: 'Đầu đề',
  place: 'Nơi trình bày',
  date: 'Ngày',
  speaker: 'Tên báo cáo viên',
} as const

/** What of a text is not shown on its slide, a sentence for each piece. */
function cutOff(field: OwnField, text: string): readonly string[] {
  switch (field) {
    case 'note':
      return []
    case 'points':
      return cutPoints(pointsIn(text)).flatMap((one, at) => notShown(one, `Ý ${at + 1}`))
    case 'title':
      return notShown(cutTitle(clean(text)), names.title)
    default:
      return notShown(cut(clean(text), room.cover[field]), names[field])
  }
}

const lost = (field: OwnField, text: string): readonly string[] => {
  const lines = field === 'points' ? pointsIn(text) : [clean(text)]
  const bad = lines.find(isGarbled)
  const letters = lines.reduce((sum, line) => sum + lengthOf(line), 0)
  return [
    bad && `Không giữ ${quoted(bad)}. ${garbled}`,
    letters > kept[field] && `Chỉ giữ ${kept[field]} chữ cái đầu. Cất phần sau ở nơi khác.`,
    lines.length > kept.lines && `Chỉ giữ ${kept.lines} ý đầu. Cất phần sau ở nơi khác.`,
  ].filter((remark) => typeof remark === 'string')
}

/** What a speaker should know of a text: what is not kept, not shown, or not in the fonts. */
export function remarksOn(field: OwnField, text: string): readonly string[] {
  const strange = unprintable(clean(text))
  const some = strange.slice(0, 5).map((letter) => `“${letter}”`)
  return [
    ...lost(field, text),
    ...cutOff(field, text),
    ...(strange.length > 0
      ? [
          `Phông chữ không có ${some.join(', ')}${strange.length > 5 ? ', …' : ''}: trên màn hình và bản in có thể thành ô vuông.`,
        ]
      : []),
  ]
}
