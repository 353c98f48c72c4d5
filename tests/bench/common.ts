import { loadavg } from 'node:os'
import { report } from '../../src/cli/failure.ts'
import { DeckError, exitCodes } from '../../src/model/error.ts'

/** What is said of an option that cannot be understood. */
export const wrong = (name: string, value: string, hint: string): DeckError =>
  new DeckError(`Không hiểu --${name} ${value}.`, hint, { exitCode: exitCodes.usage })

/** The numbers of an option, above zero, between commas; `example` shows how they are written. */
export const numbersIn = (name: string, value: string, example: string): readonly number[] =>
  value.split(',').map((word) => {
    const number = Number(word)
    if (Number.isInteger(number) && number > 0) return number
    throw wrong(name, value, `Viết số nguyên dương, ví dụ ${example}.`)
  })

/** A list for one round, each round beginning with another of its items. */
export const turned = <T>(list: readonly T[], round: number): readonly T[] =>
  list.map((_, at) => list[(at + round) % list.length] as T)

/** How busy the machine is: over one, five and fifteen minutes. */
export const loadNow = (): string =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')

/** Runs a bench and returns its exit code: missed goals are told, and are no failure. */
export async function exitCodeOf(bench: Promise<void>): Promise<number> {
  try {
    await bench
    return exitCodes.ok
  } catch (error) {
    return report(error)
  }
}
