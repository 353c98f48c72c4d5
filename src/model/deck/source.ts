/**
 * A work that the deck cites. `paragraphs` lists those that may be cited; they are numbered by
 * non-blank lines.
 */
export interface Work {
  /** What it is called in citations: «bài trên Kinhtedothi» in «Theo bài trên Kinhtedothi, đoạn 4». */
  readonly name: string
  readonly by: string
  readonly paragraphs: readonly number[]
}

/** The paragraphs of a work that support a claim; none means the whole work. */
export interface Source {
  readonly work: Work
  readonly at: readonly number[]
  /** Set if the deck cites several works: paragraphs are then shown with the name of their work. */
  readonly ofSeveral?: true
}

/**
 * Turns a list of works into a function that cites them: `cite('kinhtedothi', 7, 8)`. A mistyped
 * key, or a paragraph that the work does not have, does not compile; where nobody compiles, it throws.
 */
export function citing<const Works extends Readonly<Record<keyof Works, Work>>>(works: Works) {
  const several = Object.keys(works).length > 1
  return <Key extends keyof Works>(key: Key, ...at: Works[Key]['paragraphs'][number][]): Source => {
    const work: Work | undefined = works[key]
    if (!work) throw new Error(`Không có nguồn “${String(key)}”.`)
    const missing = at.filter((paragraph) => !work.paragraphs.includes(paragraph))
    if (missing.length > 0) {
      throw new Error(`Nguồn “${String(key)}” không có đoạn ${missing.join(', ')} để dẫn.`)
    }
    return { work, at, ...(several && { ofSeveral: true }) }
  }
}

/**
 * The sources of each work, in the order in which the works are first cited. Works are told apart by
 * name, because a deck that was read from JSON has a copy of the work in each source.
 */
function byWork(sources: readonly Source[]) {
  const names = [...new Set(sources.map(({ work }) => work.name))]
  return names.map((name) => ({ name, of: sources.filter(({ work }) => work.name === name) }))
}

function paragraphs(sources: readonly Source[]): string {
  if (sources.some(({ at }) => at.length === 0)) return 'toàn bài'
  const numbers = [...new Set(sources.flatMap(({ at }) => at))].sort((a, b) => a - b)
  return `đoạn ${numbers.join(', ')}`
}

/**
 * The paragraphs of some sources, each once, in ascending order: «đoạn 4, 7». If the deck cites
 * several works, with their names: «Nhân Dân, đoạn 4; Tuyên giáo, đoạn 1».
 */
export const paragraphsOf = (sources: readonly Source[]): string =>
  byWork(sources)
    .map(({ name, of }) =>
      of.some(({ ofSeveral }) => ofSeveral) ? `${name}, ${paragraphs(of)}` : paragraphs(of),
    )
    .join('; ')

/** A citation that names every source once: «Theo bài trên Kinhtedothi, đoạn 4, 7». */
export const citation = (sources: readonly Source[]): string =>
  byWork(sources)
    .map(({ name, of }) => `Theo ${name}, ${paragraphs(of)}`)
    .join('. ')
