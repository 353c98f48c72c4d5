import { spread, table } from '../statistics.ts'
import { judge } from './goals.ts'
import { figuresOf, labels, type Measure, measures, type Name, type Trial } from './results.ts'

/** The figures for a number of viewers: a row for each measure, a column for each server. */
export function figuresTable(
  trials: readonly Trial[],
  viewers: number,
  names: readonly Name[],
): string {
  // `Object.keys` widens the keys of `measures` to string.
  const rows = (Object.keys(measures) as Measure[])
    .map((measure) => [
      measures[measure],
      ...names.map((name) => {
        const base = name === 'socket.io' ? [] : figuresOf(trials, viewers, measure, 'socket.io')
        return spread(figuresOf(trials, viewers, measure, name), base)
      }),
    ])
    .filter(([, ...cells]) => cells.some((cell) => cell !== '–'))
  return table([`${viewers} người xem`, ...names.map((name) => labels[name])], rows)
}

/** The goals, each with its figure and whether it is met. */
export function goalsTable(trials: readonly Trial[], sizes: readonly number[]): string {
  const rows = judge(trials, sizes).map(({ goal, figure, met }) => [
    goal,
    figure ?? 'chưa đo',
    met === undefined ? '–' : met ? 'đạt' : 'chưa đạt',
  ])
  return table(['mục tiêu', 'đo được', 'kết quả'], rows)
}
