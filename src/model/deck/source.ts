/** A work the deck cites. `paragraphs` lists the ones that may be cited, counted as non-blank lines. */
export interface Work {
  /** The name it is cited by, as in «Theo Kinhtedothi, đoạn 4». */
  readonly name: string
  readonly by: string
  readonly paragraphs: readonly number[]
}

/** The place in a work that supports a claim; no paragraph means the whole work. */
export interface Source {
  readonly work: Work
  readonly at: readonly number[]
}

/**
 * Turns a bibliography into a function that cites it: `cite('kinhtedothi', 7, 8)`.
 * A mistyped key, or a paragraph the work does not have, does not compile.
 */
export const citing =
  <const Works extends Record<string, Work>>(works: Works) =>
  <Key extends keyof Works>(key: Key, ...at: Works[Key]['paragraphs'][number][]): Source => ({
    // An index into a generic record is never `undefined` here: Key is one of its own keys.
    work: works[key] as Work,
    at,
  })

/** The paragraphs of some sources, each once, in order: «đoạn 4, 7». */
export function paragraphsOf(sources: readonly Source[]): string {
  if (sources.some(({ at }) => at.length === 0)) return 'toàn bài'
  const paragraphs = [...new Set(sources.flatMap(({ at }) => at))].sort((a, b) => a - b)
  return `đoạn ${paragraphs.join(', ')}`
}

/** One sentence naming every source once: «Theo Kinhtedothi, đoạn 4, 7». */
export function citation(sources: readonly Source[]): string {
  // By name: a deck that was read from JSON has a copy of the work in each source.
  const works = [...new Set(sources.map(({ work }) => work.name))]
  return works
    .map((name) => {
      const own = sources.filter(({ work }) => work.name === name)
      return `Theo ${name}, ${paragraphsOf(own)}`
    })
    .join('. ')
}
