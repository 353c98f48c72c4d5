import { type Fittings, fit, forgiving, literal, unmarked } from './fitting.ts'
import type { Index, Passage } from './index-of.ts'
import {
  byCost,
  lookUp,
  type Match,
  matchIn,
  type Query,
  type Spot,
  scatteredOn,
} from './matches.ts'
import { type Reading, readingsOf } from './readings.ts'
import { asTyped } from './typed-keys.ts'
import { formOf, lettersOf, plainOf } from './words.ts'

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

/** The word that a question ends in: it may be unfinished. */
function openIn(question: string) {
  const word = /[\p{L}\p{M}]+$/u.exec(question)?.[0]
  return word ? { form: formOf(word), letters: lettersOf(word) } : undefined
}

/** Looks for the readings of a question, each of them once. */
function seeker(index: Index, readings: readonly Reading[], fittings: Fittings) {
  const queries = new Map<Reading, Query>()
  const queryOf = (reading: Reading): Query => {
    const query = queries.get(reading) ?? lookUp(index, reading, fittings)
    queries.set(reading, query)
    return query
  }
  /** The matches of the first reading that has any, on slides that have all its words. */
  return (match: (page: Index['pages'][number], query: Query) => Match | []): readonly Match[] => {
    for (const reading of readings) {
      const query = queryOf(reading)
      const matches = index.pages.flatMap((page) =>
        page.alias === query.plain || query.places.every((places) => places.has(page))
          ? match(page, query)
          : [],
      )
      if (matches.length > 0) return matches
    }
    return []
  }
}

/** The slides that match what was typed, and then those whose notes do. */
function understood(index: Index, question: string): readonly Match[] {
  const seek = seeker(index, readingsOf(question), literal(openIn(question)))
  const together = seek((page, query) => matchIn(page, query, false, true))
  const shown = together.length > 0 ? together : seek(scatteredOn)
  const pages = new Set(shown.map(({ page }) => page))
  const noted = seek((page, query) => matchIn(page, query, true, true)).filter(
    ({ page }) => !pages.has(page),
  )
  return [...shown, ...noted]
}

/** The slides that have the words of a reading one after the other, in the way of `fittings`. */
function phrases(index: Index, readings: readonly Reading[], fittings: Fittings): readonly Match[] {
  return seeker(
    index,
    readings,
    fittings,
  )(
    (page, query) =>
      [false, true].flatMap((inNotes) => matchIn(page, query, inNotes, false))[0] ?? [],
  )
}

/** Splits a word where spaces are missing; the longest words first. */
function splitUp(word: string, isKnown: (word: string) => boolean): string | undefined {
  if (isKnown(word)) return word
  for (let to = word.length - 1; to > 1; to--) {
    const rest = isKnown(word.slice(0, to)) && splitUp(word.slice(to), isKnown)
    if (rest) return `${word.slice(0, to)} ${rest}`
  }
  return undefined
}

/** A question without a space within a word, and with those that are missing. */
function respaced({ places }: Index, question: string): string {
  const known = new Set([...places.keys()].map(plainOf))
  const isKnown = (word: string) => known.has(plainOf(formOf(word)))
  return question
    .replace(/([\p{L}\p{M}]+) (?=([\p{L}\p{M}]+))/gu, (both, one, other) =>
      isKnown(one + other) && !(isKnown(one) && isKnown(other)) ? one : both,
    )
    .replace(/[\p{L}\p{M}]+/gu, (word) => splitUp(word, isKnown) ?? word)
}

/** The number in «trang 7», «slide bảy» or «7»; undefined for any other question. */
function pageIn(question: string, readings: readonly Reading[]): number | undefined {
  if (/^[1-9]\d{0,3}\s*$/.test(question)) return Number(question)
  const number = readings.map(({ words }) =>
    /^(?:trang|slide|tr)(?: chieu)?(?: so)? (\d+)$/.exec(plainOf(words)),
  )
  return number.flatMap((found) => (found ? Number(found[1]) : []))[0]
}

/** The ranges of the words of a passage that match; adjacent ones are one. */
function stretches({ passage, at }: Spot): readonly Stretch[] {
  const found: Stretch[] = []
  at.forEach((index, which) => {
    const word = passage.words[index]
    const last = which > 0 && at[which - 1] === index - 1 ? found.pop() : undefined
    if (word) found.push({ from: last?.from ?? word.from, to: word.to })
  })
  return found
}

/**
 * The slides that a question finds, the best first: by their number, by their name, by what they
 * show, by what the source does not say, by the notes. Where nothing matches as typed, forgives
 * other marks, keys typed without an input method, spaces, and one wrong letter, in this order.
 */
export function search(index: Index, typed: string): readonly Hit[] {
  const question = typed.normalize('NFC').trimStart().slice(0, longest)
  const readings = readingsOf(question)
  const number = pageIn(question, readings)
  const page = number === undefined ? undefined : index.pages[number - 1]
  const names = readings.filter(({ words, isName }, at) => isName || (at === 0 && / /.test(words)))
  // A figure is never a slip.
  const figured = readings.filter(({ words }) => /\d/.test(words) || !/\d/.test(question))
  const attempts = [
    () => understood(index, question),
    () => phrases(index, names, unmarked),
    () => understood(index, asTyped(question)),
    () => understood(index, respaced(index, question)),
    () => phrases(index, figured, forgiving),
  ]
  let matches: readonly Match[] = []
  for (const attempt of attempts) {
    matches = attempt()
    if (matches.length > 0) break
  }
  const isWhole = matches.some((match) => match.fit > fit.partial)
  const order = (match: Match) => Number(index.overviews.has(match.page))
  const hits = [...matches]
    .filter((match) => match.page !== page && !(isWhole && match.fit === fit.partial))
    .sort((one, other) => byCost(one, other) || order(one) - order(other))
    .map(({ page: { id }, spots }) => ({
      id,
      passages: spots.map((spot) => ({
        kind: spot.passage.kind,
        text: spot.passage.text,
        found: stretches(spot),
      })),
    }))
  return page ? [{ id: page.id, passages: [] }, ...hits] : hits
}

/** How much of a question is looked for, in letters. */
const longest = 200
