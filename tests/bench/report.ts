import { judge } from './goals.ts'
import { labels, type Measure, measures, type Name, names, type Results } from './results.ts'
import { spread, table } from './statistics.ts'

/** The figures for a number of slides: a row for each measure, a column for each deck. */
export function figuresTable(results: Results, size: number): string {
  const has = (name: Name) =>
    Object.keys(measures).some((key) => results.of(size, key as Measure, name).length > 0)
  const shown = names.filter(has)
  const base = shown.includes('before') ? 'before' : 'starter'
  // `Object.keys` widens the keys of `measures` to string.
  const rows = (Object.keys(measures) as Measure[])
    .map((measure) => [
      measures[measure],
      ...shown.map((name) => {
        const others = name === base ? undefined : results.of(size, measure, base)
        return spread(results.of(size, measure, name), others)
      }),
    ])
    .filter(([, ...cells]) => cells.some((cell) => cell !== '–'))
  return table([`${size} trang`, ...shown.map((name) => labels[name])], rows)
}

/** The goals, each with its figure and whether it is met. */
export function goalsTable(results: Results, sizes: readonly number[]): string {
  const rows = judge(results, sizes).map(({ goal, figure, met }) => [
    goal,
    figure ?? 'chưa đo',
    met === undefined ? '–' : met ? 'đạt' : 'chưa đạt',
  ])
  return table(['mục tiêu', 'đo được', 'kết quả'], rows)
}
