import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { helpOf, type Option, parse } from '../../src/cli/args.ts'
import { report } from '../../src/cli/failure.ts'
import { DeckError, exitCodes } from '../../src/model/error.ts'
import { type Figures, Results, type Subject } from './results.ts'
import { short, table } from './statistics.ts'

/** A bench: how it is called, and what it compares. */
export interface Bench extends Subject {
  readonly command: string
  readonly purpose: string
  /** The option that sets the sizes, the least size, and the sizes of a whole and of a short run. */
  readonly sizes: Readonly<{ option: string; least: number; whole: number[]; quick: number[] }>
  readonly rounds: (size: number) => number
  /** The words of `--only`, and those of them that are measured only if they are asked for. */
  readonly only: readonly string[]
  readonly extra?: readonly string[]
  prepare(plan: Plan): Promise<Run>
}

/** What a run measures. */
export interface Plan {
  readonly sizes: readonly number[]
  readonly rounds: (size: number) => number
  /** Whether a word of `--only` is to be measured. */
  readonly does: (word: string) => boolean
  /** The commit to compare with, in place of the rivals. */
  readonly against: string | undefined
  readonly out: string | undefined
}

/** What has been prepared for a run. */
export interface Run {
  /** The contenders; ratios are to the first one. */
  readonly names: readonly string[]
  /** Said before the figures: versions, and what else they depend on. */
  readonly told: readonly string[]
  measure(size: number, add: (name: string, figures: Figures) => void): Promise<void>
}

/** The error for an option that cannot be parsed. */
export const wrong = (name: string, value: unknown, hint: string): DeckError =>
  new DeckError(`Không hiểu --${name} ${value}.`, hint, { exitCode: exitCodes.usage })

/** Acts on all items of a list in each round; each begins with the next of them. */
export async function inRounds<T>(
  list: readonly T[],
  rounds: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const first = round % list.length
    for (const item of [...list.slice(first), ...list.slice(0, first)]) await act(item)
  }
}

const optionsOf = ({ sizes, only }: Bench): Readonly<Record<string, Option>> => ({
  quick: { type: 'boolean', help: `một lượt, ${sizes.quick}` },
  rounds: { type: 'string', value: 'SỐ', help: 'số lượt' },
  [sizes.option]: { type: 'string', value: 'SỐ', help: `${sizes.whole}; cách nhau dấu phẩy` },
  only: { type: 'string', value: 'PHẦN', help: `${only.join(', ')}; cách nhau dấu phẩy` },
  against: { type: 'string', value: 'BẢN', help: 'chỉ so với bản git ấy của bộ này: HEAD~1' },
  out: { type: 'string', value: 'TỆP', help: 'ghi mọi số đo và mục tiêu ra tệp JSON' },
})

/** Parses the arguments; undefined for `--help`. */
export function planOf(bench: Bench, args: readonly string[]): Plan | undefined {
  const { sizes, only, extra = [] } = bench
  const values: Readonly<Record<string, string | boolean | undefined>> = parse(
    args,
    optionsOf(bench),
  )
  if (values.help) return undefined
  const { quick, against, out } = values
  const listOf = (name: string, fits: (word: string) => boolean, hint: string) => {
    const list = values[name] === undefined ? undefined : String(values[name]).split(',')
    if (list?.every(fits) === false) throw wrong(name, values[name], hint)
    return list
  }
  const numbers = (name: string, least: number) =>
    listOf(name, (word) => Number(word) >= least, `Viết số từ ${least}, cách nhau dấu phẩy.`)?.map(
      Number,
    )
  const words = listOf('only', (word) => only.includes(word), `Viết: ${only.join(', ')}.`)
  const [rounds] = numbers('rounds', 1) ?? []
  return {
    sizes: numbers(sizes.option, sizes.least) ?? sizes[quick ? 'quick' : 'whole'],
    rounds: (size) => rounds ?? (quick ? 1 : bench.rounds(size)),
    does: (word) => words?.includes(word) ?? !extra.includes(word),
    against: against === undefined ? undefined : String(against),
    out: out === undefined ? undefined : String(out),
  }
}

const load = () => `tải của máy: ${loadavg().map(short).join(' ')}`

/** Runs a bench and returns its exit code; missed goals are reported, but are no failure. */
export async function runBench(bench: Bench, args: readonly string[]): Promise<number> {
  try {
    const plan = planOf(bench, args)
    if (!plan) {
      const usage = `npm run ${bench.command} -- [--TÙY-CHỌN …]`
      console.log(helpOf(usage, bench.purpose, optionsOf(bench)))
      return exitCodes.ok
    }
    const start = performance.now()
    const { names, told, measure } = await bench.prepare(plan)
    const machine = [...told, `Node.js ${process.versions.node}`, `${cpus().length} nhân`, load()]
    console.log(machine.join(' · '))
    console.log(
      `Mỗi ô: trung vị (nhỏ nhất–lớn nhất) × tỷ lệ so với ${bench.labels[names[0] ?? '']}.`,
    )
    const results = new Results(bench)
    for (const size of plan.sizes) {
      await measure(size, (name, figures) => results.add(size, name, figures))
      console.log(`\nSố lượt: ${plan.rounds(size)}; ${load()}\n\n${results.table(size, names)}`)
    }
    const verdicts = plan.against === undefined ? results.verdicts(plan.sizes) : []
    const rows = verdicts.map(({ goal, figure, met }) => [goal, figure, met ? 'đạt' : 'chưa đạt'])
    if (rows.length > 0) console.log(`\n${table([['mục tiêu', 'đo được', 'kết quả'], ...rows])}`)
    console.log(`\nĐo trong ${Math.round((performance.now() - start) / 1000)} giây.`)
    const raw = { machine, sizes: plan.sizes, figures: results, goals: verdicts }
    if (plan.out) await writeFile(plan.out, `${JSON.stringify(raw, null, 2)}\n`)
    return exitCodes.ok
  } catch (error) {
    return report(error)
  }
}
