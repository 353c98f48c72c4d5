import { parseArgs } from 'node:util'
import { DeckError, exitCodes } from '../model/error.ts'

/** One option of a command: how it is typed, and the line of help that explains it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** The word for its value in the help, such as CỔNG. */
  readonly value?: string
  readonly help: string
}

const helpOption: Option = { type: 'boolean', help: 'in hướng dẫn này' }

const column = 24

/** The help of a command: how it is called, what it does, a line per option. */
export function helpOf(
  usage: string,
  purpose: string,
  options: Readonly<Record<string, Option>>,
): string {
  const lines = Object.entries({ ...options, help: helpOption }).map(
    ([name, { value, help }]) =>
      `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(column)}${help}`,
  )
  return [`Cách dùng: ${usage}`, '', purpose, '', ...lines].join('\n')
}

/** The values of a command's options; a word that is none of them is named, with the way out. */
export function parse(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): Readonly<Record<string, string | boolean | undefined>> {
  const known: Readonly<Record<string, Option>> = { ...options, help: helpOption }
  const { values, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type }]) => [name, { type }] as const),
    ),
    // Its own complaints are English.
    strict: false,
    tokens: true,
  })
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
  // Only single values are declared above, so no list comes back.
  return values as Record<string, string | boolean | undefined>
}

type Token = ReturnType<
  typeof parseArgs<{
    options: Record<string, { type: Option['type'] }>
    strict: false
    tokens: true
  }>
>['tokens'][number]

/** What is wrong with one word of the command line. */
function wrongWith(token: Token, known: Readonly<Record<string, Option>>): string | undefined {
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
