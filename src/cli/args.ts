import { parseArgs } from 'node:util'
import { DeckError, exitCodes } from '../model/error.ts'

/** One option of a command: how it is typed, and the line of help that explains it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** The word for its value in the help, such as CỔNG. */
  readonly value?: string
  readonly help: string
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>

const helpOption = { type: 'boolean', help: 'in hướng dẫn này' } as const satisfies Option

/** What a command line gives to these options: a text or a switch, as each is typed. */
export type Values<Own extends Options> = ReturnType<
  typeof parseArgs<{ options: Own & { help: typeof helpOption } }>
>['values']

const column = 24

/** The help of a command: how it is called, what it does, a line per option. */
export function helpOf(usage: string, purpose: string, options: Options): string {
  const lines = Object.entries<Option>({ ...options, help: helpOption }).map(
    ([name, { value, help }]) =>
      `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(column)}${help}`,
  )
  return [`Cách dùng: ${usage}`, '', purpose, '', ...lines].join('\n')
}

/** The values of a command's options; a word that is none of them is named, with the way out. */
export function parse<const Own extends Options>(
  args: readonly string[],
  options: Own,
): Values<Own> {
  const known = { ...options, help: helpOption }
  // Not strict here, for `parseArgs` throws its own messages, in English.
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true })
  for (const token of tokens) {
    const wrong = wrongWith(token, known)
    if (wrong === undefined) continue
    const names = Object.keys(options).map((name) => `--${name}`)
    throw new DeckError(
      `Không hiểu dòng lệnh: ${args.join(' ')}. ${wrong}`,
      `${names.length > 0 ? `Các tùy chọn: ${names.join(', ')}. ` : ''}Thêm --help để xem hướng dẫn.`,
      { exitCode: exitCodes.usage },
    )
  }
  return parseArgs({ args: [...args], options: known }).values
}

type Token = ReturnType<
  typeof parseArgs<{
    options: Record<string, { type: Option['type'] }>
    strict: false
    tokens: true
  }>
>['tokens'][number]

/** What is wrong with one word of the command line. */
function wrongWith(token: Token, known: Options): string | undefined {
  if (token.kind === 'positional') return `Thừa chữ “${token.value}”.`
  if (token.kind !== 'option') return undefined
  const { name, rawName, value, inlineValue } = token
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (!option) return `Không có tùy chọn ${rawName}.`
  if (option.type === 'boolean') {
    return value === undefined ? undefined : `${rawName} không nhận giá trị.`
  }
  // An empty one is a variable of the shell that is not set: taken as it is, it may open far more.
  const isMissing = !value || (!inlineValue && /^-./.test(value))
  return isMissing ? `Sau ${rawName} thiếu ${option.value}.` : undefined
}
