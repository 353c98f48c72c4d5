import { loadavg } from 'node:os'
import { report } from '../../src/cli/failure.ts'
import { DeckError, exitCodes } from '../../src/model/error.ts'

/** The error for an option that cannot be parsed. */
export const wrong = (name: string, value: string, hint: string): DeckError =>
  new DeckError(`Không hiểu --${name} ${value}.`, hint, { exitCode: exitCodes.usage })

/** Parses an option's positive integers, separated by commas; `example` shows how to write them. */
export const numbersIn = (name: string, value: string, example: string): readonly number[] =>
  value.split(',').map((word) => {
    const number = Number(word)
    if (Number.isInteger(number) && number > 0) return number
    throw wrong(name, value, `Viết số nguyên dương, ví dụ ${example}.`)
  })

/** A list for one round; each round begins with the next of its items. */
export const turned = <T>(list: readonly T[], round: number): readonly T[] =>
  list.map((_, at) => list[(at + round) % list.length] as T)

/** The machine's load average over 1, 5 and 15 minutes. */
export const loadNow = (): string =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')

/** Runs a bench and returns its exit code; missed goals are reported, but are no failure. */
export async function exitCodeOf(bench: Promise<void>): Promise<number> {
  try {
    await bench
    return exitCodes.ok
  } catch (error) {
    return report(error)
  }
}
