import { parseArgs } from 'node:util'
import { DeckError, exitCodes } from '../model/error.ts'

/** One option of a command: its type, and its line in the help. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** The word for its value in the help, such as CỔNG. */
  readonly value?: string
  readonly help: string
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>

const helpOption = { type: 'boolean', help: 'in hướng dẫn này' } as const satisfies Option

/**
 * The values of a command's options: text or boolean, as each option is declared; undefined if not
 * given.
 */
export type Values<Own extends Options> = ReturnType<
  typeof parseArgs<{ options: Own & { help: typeof helpOption } }>
>['values']

const column = 24

/** The help text of a command: its usage, its purpose, and a line for each option. */
export function helpOf(usage: string, purpose: string, options: Options): string {
  const lines = Object.entries<Option>({ ...options, help: helpOption }).map(
    ([name, { value, help }]) =>
      `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(column)}${help}`,
  )
  return [`Cách dùng: ${usage}`, '', purpose, '', ...lines].join('\n')
}

/**
 * Parses a command's arguments. Throws a `DeckError` with the exit code `usage` that quotes the
 * first word that is wrong and lists the options.
 */
export function parse<const Own extends Options>(
  args: readonly string[],
  options: Own,
): Values<Own> {
  const known = { ...options, help: helpOption }
  // Not strict, because `parseArgs` would throw messages in English.
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

/** Says what is wrong with one word of the command line; undefined if it is fine. */
function wrongWith(token: Token, known: Options): string | undefined {
  if (token.kind === 'positional') return `Thừa “${token.value}”.`
  if (token.kind !== 'option') return undefined
  const { name, rawName, value, inlineValue } = token
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (!option) return `Không có tùy chọn ${rawName}.`
  if (option.type === 'boolean') {
    return value === undefined ? undefined : `${rawName} không nhận giá trị.`
  }
  // An empty value usually comes from an unset shell variable; some options would then expose more
  // than intended.
  const isMissing = !value || (!inlineValue && value.startsWith('-'))
  return isMissing ? `Sau ${rawName} thiếu ${option.value}.` : undefined
}
