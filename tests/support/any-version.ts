import fc from 'fast-check'
import { deck } from '#deck'
import { runningOrderOf } from '../../src/model/deck/deck.ts'
import type { Version } from '../../src/model/version/version.ts'
import { readVersion } from '../../src/model/version/version-file.ts'

/** How often a property is tried: a tenth of the times in `npm test`, all of them in `test:long`. */
export const tries = (all: number): number => (process.env.THOROUGH ? all : Math.ceil(all / 10))

/**
 * Text as people and machines paste it: any letters, lone surrogates, markup, control characters.
 * The points are drawn from a range, because fast-check lists all of them for its unit `binary`.
 */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    maxLength: 300,
  }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    ...['Nguyễn Văn Á', 'Hµ Néi', '<script>alert(1)</script>', '__proto__', '\ud800', ''],
    ...['\u202eabc', 'a\u0301\u0302\u0303\u0304\u0316'],
  ),
)

const runningOrder = runningOrderOf(deck)
const ids = runningOrder.map(({ id }) => id)
const ownIds = ['rieng-1', 'rieng-2', 'rieng-3', 'rieng-4']

const text = fc.constantFrom(
  ...['Ý một', 'Liên hệ huyện A', '<b>đậm</b> & "nháy"', 'Số 3, ngày 25/5', 'Chào hội nghị'],
  // More than there is room for.
  'Ý dài hơn chỗ có trên trang chiếu. '.repeat(4).trim(),
)

/** A version as the page where one is made may leave it: every field in use, each in many ways. */
export const anyMadeVersion: fc.Arbitrary<Version> = fc
  .record({
    running: fc.constantFrom('full', 'short'),
    order: fc.oneof(fc.constant([]), fc.shuffledSubarray([...ids, ...ownIds])),
    // Few, many, or nearly all: a part that is gone whole is a case of its own.
    hidden: fc.oneof(
      fc.subarray(ids, { maxLength: 6 }),
      fc.subarray(ids),
      fc.subarray(ids, { minLength: ids.length - 2 }),
    ),
    shown: fc.oneof(fc.constant([]), fc.subarray(ids)),
    notes: fc.dictionary(
      fc.constantFrom(...ids, ...ownIds),
      fc.oneof(
        text,
        text.map((words) => `${words}\n${words}`),
      ),
    ),
    own: fc.subarray(ownIds).chain((chosen) =>
      fc.tuple(
        ...chosen.map((id) =>
          fc.record({
            id: fc.constant(id),
            title: text,
            points: fc.array(text, { maxLength: 8 }),
            minutes: fc.constantFrom(0.5, 1, 2.5),
          }),
        ),
      ),
    ),
    cover: fc.record({
      place: fc.oneof(fc.constant(''), text),
      date: fc.constantFrom('', '25/5/2018'),
      speaker: fc.constantFrom('', 'Nguyễn Văn Á'),
    }),
    plan: fc.oneof(
      fc.constant({}),
      fc.record(
        {
          minutes: fc.constantFrom(1, 12.5, 20, 300),
          seconds: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(5, 40, 90)),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map((fields) => {
    const file = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: deck.id, ...fields }
    const reading = readVersion(file, deck.id, runningOrder)
    if ('refused' in reading) throw new Error(reading.refused)
    return reading.version
  })
