import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { runningOrderOf, slidesOf } from '../../../../src/model/deck/deck.ts'
import {
  type OwnSlides,
  ownPostIn,
  ownSlidesIn,
  ownSlidesOf,
  shownPosition,
  withOwnSlides,
} from '../../../../src/model/talk/own-slides.ts'
import { longestOwn, ownAnswerIn } from '../../../../src/model/talk/relay-protocol.ts'
import { applyVersion } from '../../../../src/model/version/apply-version.ts'
import { room } from '../../../../src/model/version/fit.ts'
import { original } from '../../../../src/model/version/version.ts'
import { limits } from '../../../../src/model/version/version-content.ts'
import { readVersion } from '../../../../src/model/version/version-file.ts'
import { anyMadeVersion, anyText } from '../../../support/any-version.ts'

const runningOrder = runningOrderOf(deck)
const [cover, second] = runningOrder.map(({ id }) => id)
const last = runningOrder.at(-1)?.id ?? ''

/** A value after it was sent as JSON. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A version as it is read from whatever a speaker typed. */
const anyTypedVersion = fc
  .record({
    own: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 30 }).map((number) => `rieng-${number}`),
        title: anyText,
        points: fc.array(anyText, { maxLength: 8 }),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    ),
    cover: fc.record({ place: anyText, date: anyText, speaker: anyText }),
  })
  .map((fields) => {
    const file = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: deck.id, ...fields }
    const reading = readVersion(file, deck.id, runningOrder)
    if ('refused' in reading) throw new Error(reading.refused)
    return reading.version
  })

const slide = { id: 'rieng-1', after: second, title: 'Liên hệ huyện A', points: ['Ý một', 'Ý hai'] }
const fields = { place: 'Hội trường A', date: '25/5/2018', speaker: 'Nguyễn Văn Á' }
const good = { cover: fields, slides: [slide] }

describe('what viewers get of a private version', () => {
  test('is what the presenter’s slides show, and they show it in the same places', () => {
    fc.assert(
      fc.property(fc.oneof(anyMadeVersion, anyTypedVersion), (version) => {
        const shown = applyVersion(deck, version)
        const own = ownSlidesOf(shown)
        const local = slidesOf(shown).filter(({ layout }) => layout === 'local')
        expect(own === undefined).toBe(local.length === 0 && shown.cover.own === undefined)
        if (!own) return
        const read = ownSlidesIn(runningOrder, sent(own))
        expect(read).toEqual(own)
        const viewed = slidesOf(withOwnSlides(deck, own))
        const texts = ({ id, title, ...rest }: (typeof viewed)[number]) => ({
          ...{ id, title },
          points: 'points' in rest && rest.points,
        })
        expect(viewed.filter(({ layout }) => layout === 'local').map(texts)).toEqual(
          own.slides
            .map(({ id }) => local.find((one) => one.id === id))
            .toSorted(
              (a, b) =>
                viewed.findIndex(({ id }) => id === a?.id) -
                viewed.findIndex(({ id }) => id === b?.id),
            )
            .map((one) => one && texts(one)),
        )
        expect(viewed[0]).toMatchObject({ id: cover, ...(shown.cover.own && { own: own.cover }) })
        for (const { id, after } of own.slides) {
          const before = viewed.slice(
            0,
            viewed.findIndex((one) => one.id === id),
          )
          expect(before.findLast(({ layout }) => layout !== 'local')?.id).toBe(after)
        }
      }),
    )
  })

  test('has no notes, times, hidden slides or texts that are not shown', () => {
    const secret = 'bí mật'
    const shown = applyVersion(deck, {
      ...original,
      hidden: ['rieng-2'],
      notes: { [slide.id]: secret, [second ?? '']: secret },
      own: [
        { ...slide, points: ['Ý một', `${'dài '.repeat(30)}${secret}`], minutes: 2.5 },
        { id: 'rieng-2', title: secret, points: [secret], minutes: 1 },
      ],
      cover: { ...fields, place: `${'dài '.repeat(20)}${secret}` },
    })
    const own = ownSlidesOf(shown)
    expect(JSON.stringify(own)).not.toContain(secret)
    expect(own?.slides.map((one) => Object.keys(one))).toEqual([['id', 'after', 'title', 'points']])
    expect(ownSlidesOf(applyVersion(deck, original))).toBeUndefined()
  })

  test('is shorter than a relay accepts, however much is filled in', () => {
    const letters = (count: number) => '𝒜'.repeat(count)
    const slides = Array.from({ length: limits.slides }, (_, at) => ({
      id: `rieng-${9000 + at}`,
      title: letters(room.title),
      points: Array(room.points).fill(letters(room.point)),
      minutes: 1,
    }))
    const own = ownSlidesOf(
      applyVersion(deck, {
        ...original,
        own: slides,
        cover: { place: letters(40), date: letters(20), speaker: letters(28) },
      }),
    )
    expect(own?.slides).toHaveLength(limits.slides)
    const post = JSON.stringify({ lease: Number.MAX_SAFE_INTEGER, own })
    expect(Buffer.byteLength(post)).toBeLessThan(longestOwn)
  })
})

describe('own slides from elsewhere', () => {
  test('are read as they are', () => {
    expect(ownSlidesIn(runningOrder, sent(good))).toEqual(good)
    expect(ownSlidesIn(runningOrder, sent({ ...good, slides: [] }))).toEqual({
      ...good,
      slides: [],
    })
    const bare = { cover: { place: '', date: '', speaker: '' }, slides: [{ ...slide, points: [] }] }
    expect(ownSlidesIn(runningOrder, sent(bare))).toEqual(bare)
    // Markup is text, for the renderer escapes it.
    const markup = { ...good, slides: [{ ...slide, title: '<img src=x onerror=alert(1)>' }] }
    expect(ownSlidesIn(runningOrder, sent(markup))).toEqual(markup)
  })

  const hostile: Readonly<Record<string, unknown>> = {
    'right-to-left overrides': { ...slide, title: 'Liên \u202ehệ' },
    'control characters': { ...slide, points: ['Ý\u0000một'] },
    'invisible characters': { ...slide, title: 'Liên\u200b hệ' },
    'lone surrogates': { ...slide, title: 'Liên hệ \ud800' },
    'private-use characters': { ...slide, title: 'Liên hệ \uf0b7' },
    'a heap of marks': { ...slide, title: `Liên he${'\u0302'.repeat(9)}` },
    'line breaks': { ...slide, title: 'Liên\nhệ' },
    'decomposed letters': { ...slide, title: 'Liên hệ'.normalize('NFD') },
    'an old encoding': { ...slide, title: 'Hµ Néi b»ng' },
    'an enormous title': { ...slide, title: 'a'.repeat(60_000) },
    'an enormous list': { ...slide, points: Array(10_000).fill('Ý') },
    'a point too many': { ...slide, points: Array(room.points + 1).fill('Ý') },
    'an empty point': { ...slide, points: ['Ý', ''] },
    'no title': { ...slide, title: '' },
    'a title of another kind': { ...slide, title: ['Liên hệ'] },
    'points of another kind': { ...slide, points: 'Ý' },
    'the id of the deck’s slide': { ...slide, id: second },
    'an invented id': { ...slide, id: 'rieng-01' },
    'no place': { ...slide, after: undefined },
    'a place the deck has not': { ...slide, after: 'gone' },
    'a place of every object': { ...slide, after: 'constructor' },
    'a place behind the last slide': { ...slide, after: last },
    'a note': { ...slide, note: 'Nói chậm' },
    'a time': { ...slide, minutes: 1 },
    'a prototype': JSON.parse(JSON.stringify(slide).replace('}', ',"__proto__":{"title":"khác"}}')),
  }
  test.for(Object.entries(hostile))('with %s are refused as a whole', ([, each]) => {
    const other = { ...slide, id: 'rieng-2' }
    expect(ownSlidesIn(runningOrder, { ...good, slides: [other, each] })).toBeUndefined()
    expect(ownSlidesIn(runningOrder, { ...good, slides: [other] })).toBeDefined()
  })

  test.for<[string, unknown]>([
    ['a list', [good]],
    ['nothing', null],
    ['no slides', { cover: fields }],
    ['no cover', { slides: [slide] }],
    ['nothing to show', { cover: { place: '', date: '', speaker: '' }, slides: [] }],
    ['half a cover', { ...good, cover: { place: 'A' } }],
    ['more of a cover', { ...good, cover: { ...fields, note: 'x' } }],
    ['a hidden list', { ...good, hidden: [second] }],
    ['a file’s name', { ...good, file: 'ban-rieng.json' }],
    ['a slide twice', { ...good, slides: [slide, slide] }],
    [
      'too many slides',
      {
        ...good,
        slides: Array.from({ length: 21 }, (_, at) => ({ ...slide, id: `rieng-${at + 1}` })),
      },
    ],
    ['very many slides', { ...good, slides: Array(20_000).fill(1) }],
    ['a deep nest', JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
    [
      'a deep slide',
      { ...good, slides: [JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)] },
    ],
  ])('that are %s are refused', ([, value]) => {
    expect(ownSlidesIn(runningOrder, value)).toBeUndefined()
  })

  test('are refused in any other form, and never throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(ownSlidesIn(runningOrder, value)).toBeUndefined()
        expect(ownPostIn(runningOrder, value)).toBeUndefined()
        expect(ownPostIn(runningOrder, { own: value })).toBeUndefined()
        expect(ownAnswerIn(value)).toBeUndefined()
      }),
    )
  })

  test('are posted with a lease or none, and answered with a hash', () => {
    const own = ownSlidesIn(runningOrder, good) as OwnSlides
    expect(ownPostIn(runningOrder, sent({ own, lease: 3 }))).toEqual({ own, lease: 3 })
    expect(ownPostIn(runningOrder, sent({ own }))).toEqual({ own })
    for (const lease of [-1, 1.5, '1', null]) {
      expect(ownPostIn(runningOrder, { own, lease })).toBeUndefined()
    }
    expect(ownPostIn(runningOrder, { own, slide: second })).toBeUndefined()
    const hash = '0123456789abcdef0123456789abcdef'
    expect(ownAnswerIn({ hash })).toEqual({ hash })
    for (const wrong of [hash.slice(1), hash.toUpperCase(), `${hash}0`, 7]) {
      expect(ownAnswerIn({ hash: wrong })).toBeUndefined()
    }
  })
})

test('a position is that of the deck, or the beginning of an own slide', () => {
  const position = (slide: string, step: number, own: OwnSlides | undefined) =>
    shownPosition(runningOrder, own, { slide, step })
  const own = good as OwnSlides
  expect(position('rieng-1', 0, own)).toEqual({ slide: 'rieng-1', step: 0 })
  expect(position(second ?? '', 0, own)).toEqual({ slide: second, step: 0 })
  expect(position('rieng-1', 1, own)).toBeUndefined()
  expect(position('rieng-2', 0, own)).toBeUndefined()
  expect(position('rieng-1', 0, undefined)).toBeUndefined()
})
