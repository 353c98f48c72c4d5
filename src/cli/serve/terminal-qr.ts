/** The light margin that a scanner needs around a code, in modules. */
const margin = 4

/** What two modules, one above the other, are drawn with. */
const block = (upper: boolean, lower: boolean): string =>
  upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '

/**
 * Black on white, whatever the terminal's own colours are: inverse video would be light on dark in
 * half of all terminals, which some scanners do not read.
 */
const colours = '\u001B[30;47m'
const end = '\u001B[0m'

/** A terminal, as far as it matters here. */
interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
}

/**
 * Loads what draws QR codes in a terminal; undefined where there is none, or no colours, without which
 * a code may be light on dark. It gives the lines of a text's code, in half blocks, each two modules
 * high and one wide; none if the terminal is too narrow for them.
 */
export async function terminalQr(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<((text: string) => readonly string[]) | undefined> {
  if (!terminal.isTTY || env.TERM === 'dumb' || env.NO_COLOR) return undefined
  const { encodeQR } = await import('qr')
  return (text) => {
    const dark = encodeQR(text, 'raw', { ecc: 'medium', border: margin })
    if (dark.length > (terminal.columns ?? 0)) return []
    return dark.flatMap((upper, at) => {
      if (at % 2 > 0) return []
      const lower = dark[at + 1]
      const line = upper.map((isDark, column) => block(isDark, lower?.[column] ?? false)).join('')
      return [colours + line + end]
    })
  }
}
