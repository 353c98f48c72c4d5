import { type ParseArgsConfig, parseArgs } from 'node:util'
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

/** The values of a command's options; an unknown word is named, with the help as the way out. */
export function parse(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): Readonly<Record<string, string | boolean | undefined>> {
  const config: ParseArgsConfig = {
    args: [...args],
    options: Object.fromEntries(
      Object.entries({ ...options, help: helpOption }).map(([name, { type }]) => [name, { type }]),
    ),
  }
  try {
    // Only single values are declared above, so no list comes back.
    return parseArgs(config).values as Record<string, string | boolean | undefined>
  } catch (cause) {
    throw new DeckError(
      `Không hiểu dòng lệnh: ${args.join(' ')}`,
      `Các tùy chọn: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}. Thêm --help để xem hướng dẫn.`,
      { exitCode: exitCodes.usage, cause },
    )
  }
}
