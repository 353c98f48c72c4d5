import { type Fitting, fit } from './fitting.ts'
import type { Index, Indexed, Kind, Page } from './index-of.ts'
import type { Asked } from './numbers.ts'
import type { Reading } from './readings.ts'
import { lettersIn } from './words.ts'

/** A reading, and how well each of its words fits each word of the vocabulary. */
export interface Sought {
  readonly reading: Reading
  readonly fits: readonly (readonly number[])[]
  /** For each word of the vocabulary, the words of the reading that it fits, as bits. */
  readonly bits: readonly number[]
  /** The slides that have all words of the reading, and those that it names by their id. */
  readonly pages: readonly Page[]
}

/** Looks readings up; finds no slide for one with a word that none has. */
export function lookup(
  { vocabulary, places, pages }: Index,
  fitting: Fitting,
): (reading: Reading) => Sought {
  const queries = new Map<Reading, Sought>()
  // The readings of a question share most of their words.
  const known = [new Map<Asked, readonly number[]>(), new Map<Asked, readonly number[]>()] as const
  return (reading) => {
    const done = queries.get(reading)
    if (done) return done
    const { words, counts } = reading
    const old = known[counts ? 1 : 0]
    const fits = words.map((asked) => {
      const each = old.get(asked) ?? vocabulary.map((form) => fitting(asked, form, reading))
      old.set(asked, each)
      return each
    })
    const alias = lettersIn(words)
    const left = pages.map(() => 2 ** words.length - 1)
    const bits = vocabulary.map((_, word) => {
      const here = fits.reduce((sum, each, bit) => (each[word] ? sum | (1 << bit) : sum), 0)
      if (here) for (const page of places[word] ?? []) left[page] = (left[page] ?? 0) & ~here
      return here
    })
    const having = pages.filter((page, at) => left[at] === 0 || page.alias === alias)
    const query = { reading, fits, bits, pages: having }
    queries.set(reading, query)
    return query
  }
}

const isFigure = (asked: Asked | undefined): boolean => /[\d#]/.test(asked?.letters ?? '')

/** Where words of a passage match, and how well. */
export interface Spot {
  readonly fit: number
  readonly at: readonly number[]
}

/** The words of a reading one after the other, at most one of them with a slip. */
function phraseIn({ words, parted }: Indexed, { fits, reading }: Sought): Spot | undefined {
  let best: Spot | undefined
  for (let start = 0; start + fits.length <= words.length; start++) {
    let worst: number = fit.exact
    let slips = 0
    for (let bit = 0; bit < fits.length && worst > 0 && slips < 2; bit++) {
      const word = reading.words[bit]
      const isApart = bit > 0 && isFigure(word) && parted.has(start + bit) && !word?.isParted
      const now = isApart ? fit.none : (fits[bit]?.[words[start + bit] ?? -1] ?? fit.none)
      if (now === fit.slip) slips += 1
      worst = Math.min(worst, now)
    }
    if (slips < 2 && worst > (best?.fit ?? 0)) {
      best = { fit: worst, at: fits.map((_, bit) => start + bit) }
    }
  }
  return best
}

/** The words of a reading, as bits, that stand beside one that is their neighbour there too. */
function pairedIn({ words, parted }: Indexed, { bits }: Sought): number {
  let paired = 0
  for (let at = 1; at < words.length; at++) {
    if (parted.has(at)) continue
    const [one, other] = [bits[words[at - 1] ?? -1] ?? 0, bits[words[at] ?? -1] ?? 0]
    const onward = one & (other >> 1)
    const back = (one >> 1) & other
    paired |= onward | (onward << 1) | back | (back << 1)
  }
  return paired
}

const allOf = ({ fits }: Sought): number => 2 ** fits.length - 1

const figuresOf = ({ reading }: Sought): number =>
  reading.words.reduce((sum, word, bit) => (isFigure(word) ? sum | (1 << bit) : sum), 0)

/** The words of a reading in any order, with few others between them. */
function nearIn(passage: Indexed, query: Sought): Spot | undefined {
  const { words, parted } = passage
  const { bits, fits } = query
  const all = allOf(query)
  const wide = fits.length > 2 ? fits.length * 2 : 3
  if (fits.length < 2) return undefined
  for (let start = 0; start < words.length; start++) {
    if (!bits[words[start] ?? -1]) continue
    let seen = 0
    const at: number[] = []
    for (let end = start; end < Math.min(start + wide, words.length); end++) {
      // Two words that a comma parts are not one.
      if (fits.length === 2 && end > start && parted.has(end)) break
      const here = bits[words[end] ?? -1] ?? 0
      if (here) at.push(end)
      seen |= here
      if (seen !== all) continue
      if (figuresOf(query) & ~pairedIn(passage, query)) return undefined
      const each = fits.map((one) => Math.max(...at.map((index) => one[words[index] ?? -1] ?? 0)))
      return { fit: Math.min(fit.begun, ...each), at }
    }
  }
  return undefined
}

/** A slide that matches, with the passages that do; the lower its cost, the better. */
export interface Match {
  readonly page: Page
  readonly cost: number
  readonly fit: number
  readonly spots: readonly (readonly [Indexed, Spot])[]
}

const costs: Readonly<Record<Kind, number>> = { name: 1, body: 2, gap: 3, note: 11, aside: 12 }

/** From this cost on, a match is one of the notes. */
const noted = 10

/** What it costs that words stand apart. */
const apart = 3

/** The best match of a slide, in what it shows or in its notes. */
export function matchIn(
  page: Page,
  query: Sought,
  inNotes: boolean,
  asPhrase = false,
): Match | undefined {
  let best: Match | undefined
  for (const passage of page.passages) {
    const place = costs[passage.kind]
    if (place > noted !== inNotes) continue
    const phrase = phraseIn(passage, query)
    const spot = phrase ?? (asPhrase ? undefined : nearIn(passage, query))
    if (!spot) continue
    const cost = place + (phrase ? 0 : apart)
    if (!best || cost < best.cost || (cost === best.cost && spot.fit > best.fit)) {
      best = { page, cost, fit: spot.fit, spots: [[passage, spot]] }
    }
  }
  if (inNotes || lettersIn(query.reading.words) !== page.alias) return best
  return { page, cost: 0, fit: fit.exact, spots: best?.spots ?? [] }
}

/** On how many slides a word may stand that says what the other passage is about. */
const few = 3

/**
 * Slides that show all words of a reading, in different passages: each beside a neighbour, but for
 * one word that few slides have.
 */
export function scattered({ places }: Index, query: Sought): readonly Match[] {
  const { bits, fits, pages } = query
  const all = allOf(query)
  if (fits.length < 3) return []
  const isFew = (alone: number) => {
    const each = fits[Math.log2(alone)] ?? []
    const on = each.flatMap((one, word) => (one > fit.partial ? (places[word] ?? []) : []))
    return new Set(on).size <= few
  }
  return pages.flatMap((page): Match | [] => {
    const passages = page.passages.filter(({ kind }) => costs[kind] < noted)
    const each = passages.map(({ words }) => words.reduce((sum, at) => sum | (bits[at] ?? 0), 0))
    if (each.reduce((sum, one) => sum | one, 0) !== all) return []
    const alone = all & ~passages.reduce((sum, passage) => sum | pairedIn(passage, query), 0)
    // One word at most, which must be no figure.
    if (alone & (alone - 1) || alone & figuresOf(query) || (alone && !isFew(alone))) return []
    let left = all
    const spots = passages.flatMap((passage, at): [Indexed, Spot][] => {
      const here = each[at] ?? 0
      if (!(here & left)) return []
      left &= ~here
      const places = passage.words.flatMap((word, index) => (bits[word] ? index : []))
      return [[passage, { fit: fit.begun, at: places }]]
    })
    return { page, cost: apart * 2, fit: fit.begun, spots }
  })
}
