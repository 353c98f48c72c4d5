import { deck } from '#deck'
import { helpOf, type Option, parse } from '../../src/cli/args.ts'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { numbersIn, wrong } from './common.ts'

const options = {
  quick: { type: 'boolean', help: 'một lượt, chỉ bộ trang thật, không in PDF' },
  rounds: { type: 'string', value: 'SỐ', help: 'số lượt, mặc định 5 (ít hơn khi nhiều trang)' },
  only: {
    type: 'string',
    value: 'PHẦN',
    help: 'load, keys, memory, build, pdf; cách nhau dấu phẩy',
  },
  slides: { type: 'string', value: 'SỐ', help: 'số trang, mặc định số trang thật,160,1000' },
  against: { type: 'string', value: 'BẢN', help: 'chỉ so với bản git ấy của bộ này, ví dụ HEAD~1' },
  out: { type: 'string', value: 'TỆP', help: 'ghi mọi số đo ra tệp JSON' },
} as const satisfies Record<string, Option>

/** The text of `--help`. */
export const help = helpOf(
  'npm run bench -- [--quick] [--rounds SỐ] [--only PHẦN] [--slides SỐ,SỐ] [--against BẢN] [--out TỆP]',
  [
    'Đo bộ trang đã dựng cạnh reveal.js viết tay, Marp CLI và một trang chỉ có <h1>,',
    'xen kẽ nhau trong cùng một lần chạy. Mọi thứ sinh ra nằm trong node_modules/.cache.',
  ].join('\n'),
  options,
)

/** The parts of a run. */
const parts = ['load', 'keys', 'memory', 'build', 'pdf'] as const

type Part = (typeof parts)[number]

/** What a run measures. */
export interface Plan {
  readonly sizes: readonly number[]
  readonly rounds: (size: number) => number
  readonly does: (part: Part) => boolean
  /** The commit to compare with, in place of the rivals. */
  readonly against: string | undefined
  readonly out: string | undefined
}

/** Parses the arguments; undefined for `--help`. */
export function planOf(args: readonly string[]): Plan | undefined {
  const values = parse(args, options)
  if (values.help) return undefined
  const real = slidesOf(deck).length
  const sizes = values.slides ? numbersIn('slides', String(values.slides), '21,160') : undefined
  if (sizes?.some((size) => size < real)) {
    throw wrong(
      'slides',
      String(values.slides),
      `Bộ trang có ${real} trang; chọn từ số ấy trở lên.`,
    )
  }
  const only = values.only ? String(values.only).split(',') : undefined
  if (only?.some((word) => !parts.includes(word as Part))) {
    throw wrong('only', String(values.only), `Các phần: ${parts.join(', ')}.`)
  }
  const [rounds] = values.rounds ? numbersIn('rounds', String(values.rounds), '21,160') : []
  const quick = values.quick === true
  return {
    sizes: sizes ?? (quick ? [real] : [real, 160, 1000]),
    rounds: (size) => rounds ?? (quick ? 1 : size <= 50 ? 5 : size <= 300 ? 3 : 2),
    does: (part) => (only ? only.includes(part) : part !== 'pdf' || !quick),
    against: values.against as string | undefined,
    out: values.out as string | undefined,
  }
}
