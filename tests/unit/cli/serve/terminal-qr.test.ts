import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { terminalQr } from '../../../../src/cli/serve/terminal-qr.ts'
import { scan } from '../../../support/qr.ts'

const links = [
  'http://192.168.1.10:8018/live/pair#ABCDE-23456',
  'https://[2001:db8:1234:5678:9abc:def0:1234:5678]:8443/live/pair#ZYXWV-98765',
]

/** The letters of a line, without its colours; throws if they are not black on white throughout. */
function drawn(line: string): readonly string[] {
  const letters = stripVTControlCharacters(line)
  if (line !== `\u001B[30;47m${letters}\u001B[0m`) throw new Error(line)
  return [...letters]
}

test.for(links)('a terminal shows %s as a code that is read back', async (link) => {
  const draw = await terminalQr({ isTTY: true, columns: 80 }, {})
  const modules = draw?.(link).flatMap((line) => {
    const letters = drawn(line)
    return [
      letters.map((letter) => letter === '█' || letter === '▀'),
      letters.map((letter) => letter === '█' || letter === '▄'),
    ]
  })
  expect(scan(modules ?? [])).toBe(link)
})

test('a code is shown only in a terminal that is wide enough and has colours', async () => {
  const terminal = { isTTY: true, columns: 80 }
  const draw = await terminalQr(terminal, { TERM: 'xterm' })
  const lines = draw?.(links[0] ?? '') ?? []
  expect(lines.length).toBeLessThan(24)
  const columns = drawn(lines[0] ?? '').length
  for (const [width, height] of [
    [columns, lines.length],
    [columns - 1, 0],
  ] as const) {
    terminal.columns = width
    expect(draw?.(links[0] ?? '')).toHaveLength(height)
  }
  expect((await terminalQr({ isTTY: true }, {}))?.('x')).toEqual([])
  expect(await terminalQr({ columns: 80 }, {})).toBeUndefined()
  expect(await terminalQr(terminal, { NO_COLOR: '1' })).toBeUndefined()
  expect(await terminalQr(terminal, { TERM: 'dumb' })).toBeUndefined()
})
