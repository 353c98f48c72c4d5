import { readFileSync } from 'node:fs'
import { helpOf, type Option, parse } from '../../../src/cli/args.ts'
import { numbersIn, wrong } from '../common.ts'
import { type Name, names } from './results.ts'

const options = {
  quick: { type: 'boolean', help: 'một lượt, 300 người xem' },
  rounds: { type: 'string', value: 'SỐ', help: 'số lượt, mặc định 3' },
  viewers: { type: 'string', value: 'SỐ', help: 'số người xem, mặc định 300,3000,10000' },
  only: { type: 'string', value: 'TÊN', help: 'ours, socket.io, loop; cách nhau dấu phẩy' },
  out: { type: 'string', value: 'TỆP', help: 'ghi mọi số đo ra tệp JSON' },
} as const satisfies Record<string, Option>

/** The text of `--help`. */
export const help = helpOf(
  'npm run bench:live -- [--quick] [--rounds SỐ] [--viewers SỐ,SỐ] [--only TÊN] [--out TỆP]',
  [
    'Đo máy chủ theo dõi (--live) cạnh socket.io theo cách của reveal-multiplex và một vòng lặp',
    'gửi trần, xen kẽ nhau trong cùng một lần chạy, người xem ở tiến trình riêng trên máy này.',
  ].join('\n'),
  options,
)

/** What a run measures. */
export interface Plan {
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly names: readonly Name[]
  readonly out: string | undefined
}

/** Parses the arguments; undefined for `--help`. */
export function planOf(args: readonly string[]): Plan | undefined {
  const values = parse(args, options)
  if (values.help) return undefined
  const quick = values.quick === true
  const only = values.only ? String(values.only).split(',') : names
  const unknown = only.find((word) => !names.includes(word as Name))
  if (unknown) throw wrong('only', unknown, `Các tên: ${names.join(', ')}.`)
  const [rounds] = values.rounds ? numbersIn('rounds', String(values.rounds), '300,3000') : []
  return {
    sizes: values.viewers
      ? numbersIn('viewers', String(values.viewers), '300,3000')
      : quick
        ? [300]
        : [300, 3000, 10_000],
    rounds: rounds ?? (quick ? 1 : 3),
    names: names.filter((name) => only.includes(name)),
    out: values.out as string | undefined,
  }
}

/** Open files that a process needs besides its viewers' connections. */
const reserve = 200

/**
 * The most viewers that one process can have here; a cautious number where the system does not
 * tell.
 */
export function mostViewers(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    return Number(/open files +(\d+)/.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY) - reserve
  } catch {
    return 1000
  }
}
