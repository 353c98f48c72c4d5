import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { type Options, parse } from '../../../src/cli/args.ts'
import { DeckError } from '../../../src/model/error.ts'

const options = {
  port: { type: 'string', value: 'CỔNG', help: 'cổng' },
  live: { type: 'boolean', help: 'theo' },
} as const satisfies Options

test('an option has the type it was declared with', () => {
  const values = parse(['--port', '80', '--live'], options)
  expect({ ...values }).toEqual({ port: '80', live: true })
  expectTypeOf(values.port).toEqualTypeOf<string | undefined>()
  expectTypeOf(values.live).toEqualTypeOf<boolean | undefined>()
  expectTypeOf(values.help).toEqualTypeOf<boolean | undefined>()
})

test('whatever is typed is understood, or refused in our own words', () => {
  const word = fc.constantFrom(
    ...['--port', '--live', '--help', '--no-live', '--port=', '--port=1', '--live=1', '--live='],
    ...['-p', '-', '--', '', '80', '-1', '--__proto__', '--toString', 'a=b'],
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (args) => {
      try {
        const { port = '', live = false } = parse(args, options)
        expect([typeof port, typeof live]).toEqual(['string', 'boolean'])
      } catch (error) {
        expect(error).toBeInstanceOf(DeckError)
      }
    }),
    { numRuns: 2000 },
  )
})
