import { type Fittings, fit } from './fitting.ts'
import type { Index, Indexed, Kind, Page } from './index-of.ts'
import type { Reading } from './readings.ts'
import { plainOf, type Word } from './words.ts'

/** Where words of a passage match: their indexes, and how well they do. */
export interface Spot {
  readonly passage: Indexed
  readonly at: readonly number[]
  readonly fit: number
}

/** A slide that matches, and where; the lower its cost, the better. */
export interface Match {
  readonly page: Page
  readonly cost: number
  readonly fit: number
  readonly spots: readonly Spot[]
}

/** A reading, looked up in an index. */
export interface Query {
  /** For each word, how well a word of the slides fits it. */
  readonly fits: readonly ((word: Word | undefined) => number)[]
  /** For each word, the slides that have it. */
  readonly places: readonly ReadonlySet<Page>[]
  readonly isFigure: readonly boolean[]
  /** Whether so few slides have a word that it says what a slide is about. */
  readonly isRare: readonly boolean[]
  readonly plain: string
}

/** On how many slides a word may stand that says what a slide is about. */
const few = 3

/** Looks a reading up. */
export function lookUp(index: Index, { words, isName }: Reading, fittings: Fittings): Query {
  const asked = words.split(' ')
  const known = asked.map((word) => {
    const fitting = fittings(word, asked)
    const forms = [...index.places.keys()].map((form) => [form, fitting(form)] as const)
    return new Map(forms.filter(([, how]) => how > fit.none))
  })
  const having = (forms: ReadonlyMap<string, number>, least: number) =>
    new Set(
      [...forms].flatMap(([form, how]) =>
        how >= least ? [...(index.places.get(form) ?? [])] : [],
      ),
    )
  return {
    fits: known.map(
      (forms) => (word) => (word && (!isName || word.isCapital) && forms.get(word.form)) || 0,
    ),
    places: known.map((forms) => having(forms, fit.slip)),
    isFigure: asked.map((word) => /[\d#]/.test(word)),
    isRare: known.map(
      (forms) =>
        [...having(forms, fit.begun)].filter((page) => !index.overviews.has(page)).length <= few,
    ),
    plain: plainOf(words),
  }
}

/** The words one after the other, at most one of them with a slip. */
function phraseIn(passage: Indexed, { fits, isFigure }: Query): Spot | undefined {
  const { words } = passage
  let best: Spot | undefined
  for (let start = 0; start + fits.length <= words.length; start++) {
    if (!fits[0]?.(words[start])) continue
    const each = fits.map((fits, at) => {
      const word = words[start + at]
      return at > 0 && isFigure[at] && word?.isParted ? fit.none : fits(word)
    })
    const worst = Math.min(...each)
    const slips = each.filter((how) => how === fit.slip).length
    // What punctuation parts does not make up for a slip.
    const isParted = each.some((_, at) => at > 0 && words[start + at]?.isParted)
    if (worst <= (best?.fit ?? 0) || slips > (isParted ? 0 : 1)) continue
    best = { passage, at: each.map((_, at) => start + at), fit: worst }
  }
  return best
}

/** Whether a word stands beside one of its neighbours in the question. */
const isPaired = (passages: readonly Indexed[], { fits }: Query, at: number): boolean =>
  passages.some(({ words }) =>
    words.some((word, index) => {
      const [before, next] = [words[index - 1], words[index + 1]]
      const isBeside = (other: number) =>
        (!word.isParted && fits[other]?.(before)) || (!next?.isParted && fits[other]?.(next))
      return fits[at]?.(word) && (isBeside(at - 1) || isBeside(at + 1))
    }),
  )

/** The words in any order, with few others between them. */
function nearIn(passage: Indexed, query: Query): Spot | undefined {
  const { words } = passage
  const { fits, isFigure } = query
  if (fits.length < 2) return undefined
  const wide = fits.length > 2 ? fits.length * 2 : 3
  const at = words.flatMap((word, index) => (fits.some((fits) => fits(word)) ? index : []))
  for (const start of at) {
    const near = at.filter((index) => index >= start && index < start + wide)
    const each = fits.map((fits) => Math.max(...near.map((index) => fits(words[index]))))
    const worst = Math.min(...each, fit.begun)
    // Two words that a comma parts are not one.
    const isParted = fits.length === 2 && near.slice(1).some((index) => words[index]?.isParted)
    if (worst > 0 && !isParted) {
      const isWhole = isFigure.every((is, word) => !is || isPaired([passage], query, word))
      return isWhole ? { passage, at: near, fit: worst } : undefined
    }
  }
  return undefined
}

const costs: Readonly<Record<Kind, number>> = { name: 1, body: 2, gap: 3, note: 11, aside: 12 }

/** From this cost on, a match is one of the notes. */
const noted = 10

/** What it costs that words stand apart. */
const apart = 3

/** The best match of a slide, in what it shows or in its notes. */
export function matchIn(page: Page, query: Query, inNotes: boolean, apartToo: boolean): Match | [] {
  const isNamed = !inNotes && page.alias === query.plain
  const matches = page.passages.flatMap((passage): Match | [] => {
    const cost = costs[passage.kind]
    if (cost > noted !== inNotes) return []
    const phrase = phraseIn(passage, query)
    const spot = phrase ?? (apartToo ? nearIn(passage, query) : undefined)
    return spot ? { page, cost: cost + (phrase ? 0 : apart), fit: spot.fit, spots: [spot] } : []
  })
  const best = matches.sort(byCost)[0]
  return isNamed ? { page, cost: 0, fit: fit.exact, spots: best?.spots ?? [] } : (best ?? [])
}

/** Sorts matches, the best first. */
export const byCost = (one: Match, other: Match): number =>
  one.cost - other.cost || other.fit - one.fit

/**
 * A match of a slide that shows the words in different passages: each beside a neighbour, but for
 * one word that few slides have.
 */
export function scatteredOn(page: Page, query: Query): Match | [] {
  const { fits, isFigure, isRare } = query
  if (fits.length < 3) return []
  const passages = page.passages.filter(({ kind }) => costs[kind] < noted)
  const alone = fits.flatMap((_, word) => (isPaired(passages, query, word) ? [] : word))
  const mayBe = (word: number) => isRare[word] && !isFigure[word]
  if (alone.length > 1 || !alone.every(mayBe)) return []
  const left = new Set(fits)
  const spots = passages.flatMap((passage): Spot | [] => {
    const at = passage.words.flatMap((word, index) =>
      fits.some((fits) => fits(word)) ? index : [],
    )
    const found = [...left].filter((fits) => at.some((index) => fits(passage.words[index])))
    for (const fits of found) left.delete(fits)
    return found.length > 0 ? { passage, at, fit: fit.begun } : []
  })
  return left.size === 0 ? { page, cost: apart * 2, fit: fit.begun, spots } : []
}
