import type { Index, Kind, Placed, Text } from './index-of.ts'
import { forgiving, literal } from './likeness.ts'
import type { Reading } from './readings.ts'
import { isNumber, plainOf } from './words.ts'

/** A text that matches, and the words that do; the lower its cost, the better. */
export interface Match {
  readonly text: Text
  readonly cost: number
  readonly words: readonly Placed[]
}

/** A word of a reading, looked up in an index. */
interface Sought {
  /** What it costs to take each form for it. */
  readonly costs: ReadonlyMap<string, number>
  readonly texts: ReadonlySet<Text>
  readonly isNumber: boolean
  /** Whether so few slides have it that it says what a slide is about. */
  readonly isRare: boolean
}

/** What a match costs in each kind of passage. */
const kinds: Readonly<Record<Kind, number>> = { name: 0, body: 1, gap: 2, note: 12, aside: 13 }

/** Up to this cost, a word belongs to the one before it; from `apart` on, the two are unrelated. */
const together = 0.5
const apart = 2

/** What it costs that two words that follow each other in the question stand so far apart. */
function wayOf(one: Placed, other: Placed, distance: number): number {
  const far = Math.abs(distance)
  if (one.passage !== other.passage) return 3
  if (far > 4) return apart
  if (one.part !== other.part) return distance === 1 ? 0.6 : 1.6
  if (distance < 0) return 1.1
  return far === 1 ? 0 : far < 4 ? together : 1.3
}

/** How to look a reading up. */
export interface Manner {
  /** Whether to forgive slips. */
  readonly isLoose: boolean
  /** Whether the last word may be unfinished. */
  readonly isOpen: boolean
}

function lookUp(index: Index, { words, isName }: Reading, { isLoose, isOpen }: Manner) {
  return words.map((asked, at): Sought => {
    const isFigure = isNumber(asked)
    const ends = isOpen && !isFigure && at === words.length - 1
    const costOf =
      isLoose && !isFigure
        ? forgiving(asked, ends, isName ? ['', ...words] : words)
        : literal(asked, ends)
    const costs = new Map<string, number>()
    const texts = new Set<Text>()
    for (const [form, place] of index.places) {
      const cost = asked === '#' && isNumber(form) ? 0 : costOf(form, place.plain)
      if (cost === undefined) continue
      costs.set(form, cost)
      for (const text of place.texts) texts.add(text)
    }
    let shown = 0
    for (const { isOverview, alias } of texts) if (alias && !isOverview) shown += 1
    return { costs, texts, isNumber: isFigure, isRare: shown <= 3 }
  })
}

/** The nearest way from word to word through a text, beginning at one of them. */
function wayFrom(words: readonly Placed[], start: number, sought: readonly Sought[]) {
  const at = [start]
  const ways: number[] = []
  let likes = sought[0]?.costs.get(words[start]?.form ?? '') ?? 0
  for (const { costs } of sought.slice(1)) {
    const last = at.at(-1) ?? 0
    let [best, next, way] = [Number.POSITIVE_INFINITY, -1, 0]
    words.forEach((word, to) => {
      const like = costs.get(word.form)
      if (like === undefined) return
      // A word may be asked for twice.
      const here = wayOf(words[last] ?? word, word, to - last) + Number(at.includes(to))
      if (like + here < best) [best, next, way] = [like + here, to, here]
    })
    if (next < 0) return undefined
    at.push(next)
    ways.push(way)
    likes += best - way
  }
  const far = ways.reduce((sum, way) => sum + way, 0)
  return { ways, likes, far, found: [...new Set(at)].flatMap((index) => words[index] ?? []) }
}

/** The texts that match a reading. */
export function matchesOf(index: Index, reading: Reading, manner: Manner): readonly Match[] {
  const sought = lookUp(index, reading, manner)
  const [first] = sought
  const count = sought.length
  // How far apart words may stand, and what slips may cost besides. With slips, they stand closer.
  const loosest = count < 4 ? together : count / 2
  const farthest = manner.isLoose ? loosest : count < 3 ? 1.2 : count + 1
  const dearest = manner.isLoose ? Math.max(2.4, count * 0.75) : Number.POSITIVE_INFINITY
  const isFit = (
    text: Text,
    { ways, likes, far, found }: NonNullable<ReturnType<typeof wayFrom>>,
  ) => {
    const isName = found.every(({ passage }) => passage.kind === 'name')
    return (
      far <= (text.alias ? farthest : Math.min(farthest, apart)) &&
      far + likes <= dearest &&
      sought.every(({ isNumber, isRare }, word) => {
        const nearest = Math.min(ways[word - 1] ?? apart, ways[word] ?? apart)
        // A number counts the word beside it; a name may be shorter: «Hội nghị lần thứ bảy».
        if (isNumber) return count < 2 || nearest <= (isName ? together : 0)
        return count < 3 || nearest < apart || isRare
      })
    )
  }
  const bestIn = (text: Text): Match | undefined => {
    let best: Match | undefined
    text.words.forEach(({ form, passage, from }, start) => {
      const like = first?.costs.get(form)
      if (like === undefined || (reading.isName && !/^\p{Lu}/u.test(passage.text.slice(from))))
        return
      const least = like + kinds[passage.kind] + reading.cost
      if (best && best.cost <= least) return
      const way = wayFrom(text.words, start, sought)
      if (!way || !isFit(text, way)) return
      const kind = Math.max(...way.found.map((word) => kinds[word.passage.kind]))
      const cost = way.likes + way.far + kind + reading.cost
      if (!best || cost < best.cost) best = { text, words: way.found, cost }
    })
    return best
  }
  const alias = plainOf(reading.words.join(' '))
  return index.texts.flatMap((text): Match | [] => {
    if (text.alias && text.alias === alias) return { text, cost: reading.cost - 1, words: [] }
    return (sought.every(({ texts }) => texts.has(text)) && bestIn(text)) || []
  })
}

/** Sorts matches, the best first. */
export const byCost = (one: Match, other: Match): number =>
  one.cost - other.cost ||
  Number(one.text.isOverview) - Number(other.text.isOverview) ||
  one.text.at - other.text.at
