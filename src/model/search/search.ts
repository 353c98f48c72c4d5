import type { Index, Passage, Placed } from './index-of.ts'
import { fromVni } from './likeness.ts'
import { byCost, type Manner, type Match, matchesOf } from './matches.ts'
import { type Reading, readingsOf } from './readings.ts'
import { plainOf, spoken } from './words.ts'

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

/** The slides by whose id a reading begins, as in «kết quả Hội nghị Trung ương 7», named by the rest. */
function named(index: Index, { words, ...reading }: Reading, manner: Manner): readonly Match[] {
  const asked = plainOf(words.join(' '))
  return index.texts.flatMap((text) => {
    if (!text.alias || !asked.startsWith(`${text.alias} `)) return []
    const rest = { ...reading, words: words.slice(text.alias.split(' ').length) }
    return matchesOf({ ...index, texts: [text] }, rest, manner).flatMap(({ cost, ...match }) =>
      cost < 1 ? { ...match, cost: cost - 1 } : [],
    )
  })
}

/** Splits letters into words of the slides, the longest first. */
function splitUp(letters: string, known: ReadonlySet<string>): readonly string[] | undefined {
  if (!letters) return []
  for (let to = letters.length; to > 1; to--) {
    const word = letters.slice(0, to)
    const rest = known.has(word) && splitUp(letters.slice(to), known)
    if (rest) return [word, ...rest]
  }
  return undefined
}

/** The passages of words that match, and their ranges; adjacent ones are one. */
const foundIn = (words: readonly Placed[]): readonly Found[] =>
  [...new Set(words.map(({ passage }) => passage))].map((passage) => {
    const found: Stretch[] = []
    const here = words.filter((word) => word.passage === passage)
    for (const { from, to } of here.sort((one, other) => one.from - other.from)) {
      const last = found.at(-1)
      const isNext = last && !/[\p{L}\d]/u.test(passage.text.slice(last.to, from))
      if (isNext) found.pop()
      found.push({ from: isNext ? last.from : from, to })
    }
    return { ...passage, found }
  })

/** The id of the slide in «trang 7», «slide bảy», «trang cuối» or «7»; undefined for another question. */
function pageIn({ ids }: Index, question: string, words: string): string | undefined {
  const asked = /^(?:trang|slide|tr)(?: chieu)?(?: so)? (.+)$/.exec(words)?.[1]
  const nth = asked ?? (/^\d+\s*$/.test(question) ? words : '')
  if (/^cuoi( cung)?$/.test(nth)) return ids.at(-1)
  const number = nth.replace(/^dau( tien)?$/, 'mot')
  return ids.find((_, at) => plainOf(spoken(at + 1)) === number)
}

/**
 * The slides that a question finds, the best first: by their number, by their name, by what they
 * show, by what the source does not say, by the notes. Where nothing matches as typed, forgives keys
 * typed without an input method, marks, sounds, one wrong letter, and spaces.
 */
export function search(index: Index, typed: string): readonly Hit[] {
  const question = typed.normalize('NFC').trimStart().slice(0, longest)
  const asked = readingsOf(question)
  const literally = asked[0]?.words ?? []
  const words = plainOf(literally.join(' '))
  const page = pageIn(index, question, words)
  const isOpen = /[\p{L}\p{M}]$/u.test(question)
  const strictly = { isOpen, isLoose: false }
  const exact = (readings: readonly Reading[]) =>
    readings.flatMap((reading) => [
      ...matchesOf(index, reading, strictly),
      ...named(index, reading, strictly),
    ])
  const attempts = [
    () => exact(asked),
    () => exact(readingsOf(fromVni(question))),
    () => asked.flatMap((reading) => matchesOf(index, reading, { isOpen, isLoose: true })),
    () => {
      const known = new Set([...index.places.values()].map(({ plain }) => plain))
      const split = splitUp(words.replace(/[ _]/g, ''), known)
      const isNew = split && split.length !== literally.length
      return isNew ? exact([{ words: split, cost: 0, isName: false }]) : []
    },
  ]
  let matches: readonly Match[] = []
  for (const attempt of attempts) {
    matches = [...attempt()].sort(byCost)
    if (matches.length > 0) break
  }
  if (/ cuoi( cung)?$/.test(words)) {
    const least = matches[0]?.cost ?? 0
    matches = matches.filter(({ cost }) => cost < least + 1).reverse()
  }
  const hits = new Map<string, Hit>()
  if (page) hits.set(page, { id: page, passages: [] })
  for (const { text, words } of matches) {
    const { id } = text
    // Of a thousand hits, the passages of a few are shown.
    if (!hits.has(id))
      hits.set(id, {
        id,
        get passages() {
          return foundIn(words)
        },
      })
  }
  return [...hits.values()]
}

/** How much of a question is looked for, in letters. */
const longest = 200
