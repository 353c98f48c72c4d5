import { median, ratio, short, spread, table } from './statistics.ts'

/** The sizes that goals are set for; there may be others between the two. */
export type Class = 'small' | 'large'

/** The median of ours may be `most`, or `most` times what it is compared with. */
export interface Goal {
  /** 0 has to hold in every round. */
  readonly most: number
  /** Compare with the best of these. */
  readonly over?: readonly string[]
  /** Another measure of theirs. */
  readonly measure?: string
  /** The sizes that it is set for, by default the small ones; and theirs, by default the same. */
  readonly at?: Class
  readonly of?: Class
}

/** What is compared. */
export interface Subject {
  /** What a size counts, such as slides. */
  readonly unit: string
  readonly classOf: (size: number) => Class | undefined
  /** The contenders' names in the tables; `ours` is judged. */
  readonly labels: Readonly<Record<string, string>>
  /** The measures in the order of the tables: label with unit, and goals. */
  readonly figures: Readonly<Record<string, readonly [label: string, ...Goal[]]>>
}

/** What one contender showed in one round, by measure. */
export type Figures = Readonly<Record<string, number>>

/** A goal, the figure reached, and whether it is met. */
export interface Verdict {
  readonly goal: string
  readonly figure: string
  readonly met: boolean
}

/** All figures of a run. */
export class Results {
  readonly #subject: Subject
  readonly #figures: Record<string, number[]> = {}

  constructor(subject: Subject) {
    this.#subject = subject
  }

  add(size: number, name: string, figures: Figures): void {
    for (const [measure, figure] of Object.entries(figures)) {
      if (!this.#subject.figures[measure]) throw new Error(`There is no measure “${measure}”.`)
      const key = `${size} ${measure} ${name}`
      this.#figures[key] = [...this.#of(key), figure]
    }
  }

  toJSON(): unknown {
    return this.#figures
  }

  #of(key: string): readonly number[] {
    return this.#figures[key] ?? []
  }

  /** A row for each measure, a column for each contender; ratios are to the first one. */
  table(size: number, names: readonly string[]): string {
    const { unit, labels, figures } = this.#subject
    const rows = Object.entries(figures).map(([measure, [label]]) => {
      const [base = [], ...others] = names.map((name) => this.#of(`${size} ${measure} ${name}`))
      return [label, spread(base), ...others.map((values) => spread(values, base))]
    })
    const measured = rows.filter(([, ...cells]) => cells.some((cell) => cell !== '–'))
    return table([[`${size} ${unit}`, ...names.map((name) => labels[name] ?? name)], ...measured])
  }

  /** Judges by the goals what was measured. */
  verdicts(sizes: readonly number[]): readonly Verdict[] {
    const { figures, classOf } = this.#subject
    return sizes.flatMap((size) =>
      Object.entries(figures).flatMap(([measure, [, ...goals]]) =>
        goals
          .filter(({ at = 'small' }) => classOf(size) === at)
          .flatMap((goal) => this.#verdict(size, measure, goal, sizes)),
      ),
    )
  }

  #verdict(size: number, measure: string, goal: Goal, sizes: readonly number[]): Verdict[] {
    const { unit, classOf, labels, figures } = this.#subject
    const { most, over, of } = goal
    const own = this.#of(`${size} ${measure} ours`)
    if (own.length === 0) return []
    const name = `${size} ${unit}: ${figures[measure]?.[0]}: ≤ ${most}`
    if (!over) {
      const figure = most === 0 ? Math.max(...own) : median(own)
      return [{ goal: name, figure: short(figure), met: figure <= most }]
    }
    const other = of ? sizes.find((each) => classOf(each) === of) : size
    const [best] = over
      .map((rival) => ({ rival, base: this.#of(`${other} ${goal.measure ?? measure} ${rival}`) }))
      .filter(({ base }) => base.length > 0)
      .sort((one, two) => median(one.base) - median(two.base))
    if (!best) return []
    const by = ratio(own, best.base)
    const [figure, base] = [median(own), median(best.base)]
    const both = `${short(figure)} : ${short(base)}`
    return [
      {
        goal: `${name} × ${of ? `${other} ${unit}` : labels[best.rival]}`,
        figure: by === undefined ? both : `${by.toFixed(2)} × (${both})`,
        met: (by ?? figure) <= (by === undefined ? most * base : most),
      },
    ]
  }
}
