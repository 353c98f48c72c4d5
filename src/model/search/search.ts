import { type Fitting, fit, forgiving, literal, unmarked } from './fitting.ts'
import type { Index, Indexed, Passage } from './index-of.ts'
import { lookup, type Match, matchIn, type Spot, scattered } from './matches.ts'
import { anyFigure } from './numbers.ts'
import { type Reading, readingsOf } from './readings.ts'
import { respaced } from './spaces.ts'
import { asTyped } from './typed-keys.ts'
import { lettersIn, readWords } from './words.ts'

/** A range of a text: the index of its first character and the index after its last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A passage in NFC, and the ranges that match. */
export interface Found extends Passage {
  readonly found: readonly Stretch[]
}

/** A slide that matches a question, and where; nowhere if it does by its number or its id. */
export interface Hit {
  readonly id: string
  readonly passages: readonly Found[]
}

/** The matches of the first reading that has any. */
function first(
  readings: readonly Reading[],
  matches: (reading: Reading) => readonly Match[],
): readonly Match[] {
  for (const reading of readings) {
    const found = matches(reading)
    if (found.length > 0) return found
  }
  return []
}

/** The slides that match what was typed, and then those whose notes do. */
function understood(index: Index, readings: readonly Reading[]): readonly Match[] {
  const query = lookup(index, literal)
  const matches = (inNotes: boolean) => (reading: Reading) =>
    query(reading).pages.flatMap((page) => matchIn(page, query(reading), inNotes) ?? [])
  const shown = first(readings, matches(false))
  const pages = new Set(shown.map(({ page }) => page))
  const noted = first(readings, matches(true)).filter(({ page }) => !pages.has(page))
  const found = [...shown, ...noted]
  return found.length > 0 ? found : first(readings, (reading) => scattered(index, query(reading)))
}

/** The slides that have the words of a reading one after the other, in the way of `fitting`. */
function phrases(index: Index, readings: readonly Reading[], fitting: Fitting): readonly Match[] {
  return first(readings, (reading) => {
    const query = lookup(index, fitting)(reading)
    return query.pages.flatMap(
      (page) => matchIn(page, query, false, true) ?? matchIn(page, query, true, true) ?? [],
    )
  })
}

/** The number in «trang 7», «slide bảy» or «7»; undefined for any other question. */
function pageIn(question: string, readings: readonly Reading[]): number | undefined {
  const words = readings[1]?.words ?? []
  const before = lettersIn(words.slice(0, -1))
  const isAsked = /^(?:trang|slide|tr)(?: chieu)?(?: so)?$/.test(before)
  return isAsked || /^[1-9]\d{0,3}\s*$/.test(question) ? words.at(-1)?.value : undefined
}

/** The form of a word does not matter for where it stands. */
const anyForm = () => anyFigure

/** The ranges of the words of a passage that match; adjacent ones are one. */
function stretches({ text }: Indexed, { at }: Spot): readonly Stretch[] {
  const words = readWords(text, anyForm)
  const found: Stretch[] = []
  let before = -2
  for (const index of at) {
    const word = words[index]
    if (!word) continue
    const last = before === index - 1 ? found.pop() : undefined
    found.push({ from: last?.from ?? word.from, to: word.to })
    before = index
  }
  return found
}

/**
 * The slides that a question finds, the best first: by their number, by their name, by what they
 * show, by what the source does not say, by the notes. Where nothing matches as typed, forgives
 * other marks, keys typed without an input method, spaces, and one wrong letter, in this order.
 */
export function search(index: Index, typed: string): readonly Hit[] {
  const question = typed.normalize('NFC').trimStart()
  const readings = readingsOf(question)
  const number = pageIn(question, readings)
  const page = number === undefined ? undefined : index.pages[number - 1]
  const marked = readings.filter(({ words }, at) =>
    at === 0 ? words.length > 1 : words[0]?.isName,
  )
  const attempts = [
    () => understood(index, readings),
    () => phrases(index, marked, unmarked),
    () => understood(index, readingsOf(asTyped(question))),
    () => understood(index, readingsOf(respaced(index, question))),
    () => phrases(index, readings, forgiving),
  ]
  let matches: readonly Match[] = []
  for (const attempt of attempts) {
    matches = attempt()
    if (matches.length > 0) break
  }
  const isWhole = matches.some((match) => match.fit > fit.partial)
  const sorted = [...matches].sort(
    (one, other) =>
      one.cost - other.cost ||
      other.fit - one.fit ||
      Number(one.page.repeats) - Number(other.page.repeats),
  )
  const hits = sorted
    .filter((match) => match.page !== page && !(isWhole && match.fit === fit.partial))
    .map(({ page: { id }, spots }) => ({
      id,
      passages: spots.map(([passage, spot]) => ({
        kind: passage.kind,
        text: passage.text,
        found: stretches(passage, spot),
      })),
    }))
  return page ? [{ id: page.id, passages: [] }, ...hits] : hits
}
