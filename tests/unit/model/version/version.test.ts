import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { runningOrderOf, slidesOf } from '../../../../src/model/deck/deck.ts'
import { applyVersion } from '../../../../src/model/version/apply-version.ts'
import { arrange, nearest } from '../../../../src/model/version/arrange.ts'
import { toggleSlide } from '../../../../src/model/version/edit-version.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { runningOrder } from '../../../support/running-order.ts'

const own = { id: 'rieng-1', title: 'Here', points: ['a'], minutes: 2 }
const ids = (version: Partial<Version>) =>
  arrange(runningOrder, { ...original, ...version }).shown.map(({ id }) => id)

describe('a version', () => {
  test('that changes nothing gives the deck itself', () => {
    expect(arrange(runningOrder, original).shown).toEqual(runningOrder)
    expect(applyVersion(deck, original)).toEqual(deck)
  })

  test('that says how long everything takes scales the slides that are shown, and questions', () => {
    const plan = { minutes: 22, seconds: {} }
    const { shown, all, seconds, questions } = arrange(
      runningOrder,
      { ...original, plan, hidden: ['three'] },
      4 * 60,
    )
    expect(shown.map(({ seconds }) => seconds)).toEqual([120, 240, 360, 120])
    expect([seconds, questions]).toEqual([14 * 60, 8 * 60])
    // What is hidden takes what it would.
    expect(all.map(({ seconds }) => seconds)).toEqual([120, 240, 360, 240, 120])
  })

  test('gives slides the seconds that it plans, with all that is said on them', () => {
    const plan = { seconds: { one: 45, 'rieng-1': 30, constructor: 7 } }
    const version = { ...original, own: [own], order: ['one', own.id], plan }
    const { shown } = arrange(runningOrder, { ...version, notes: { one: 'a b c', two: 'a b c' } })
    expect(shown.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['cover', 60],
      ['one', 45],
      ['rieng-1', 30],
      ['two', 182],
      ['three', 240],
      ['end', 60],
    ])
  })

  test('omits what it hides, but never the cover and the source', () => {
    expect(ids({ hidden: ['cover', 'two', 'end', 'gone'] })).toEqual([
      'cover',
      'one',
      'three',
      'end',
    ])
  })

  test('keeps a slide missing in its order after the slide before it', () => {
    expect(ids({ order: ['two'] })).toEqual(['cover', 'one', 'two', 'three', 'end'])
    expect(ids({ order: ['two', 'one'] })).toEqual(['cover', 'two', 'one', 'three', 'end'])
  })

  test('keeps slides together with their part', () => {
    expect(ids({ order: ['two', 'three', 'one'] })).toEqual(['cover', 'two', 'one', 'three', 'end'])
    expect(ids({ order: ['three', 'end', 'one', 'two', 'cover'] })).toEqual([
      'cover',
      'three',
      'one',
      'two',
      'end',
    ])
  })

  test('puts an own slide into the part of the slide before it, or at the end if its order omits it', () => {
    const { shown } = arrange(runningOrder, {
      ...original,
      own: [own],
      order: ['one', 'rieng-1', 'two'],
    })
    expect(shown.map(({ id, part }) => `${id} ${part}`.trim())).toEqual([
      'cover',
      'one First',
      'rieng-1 First',
      'two First',
      'three Second',
      'end',
    ])
    expect(ids({ own: [own] })).toEqual(['cover', 'one', 'two', 'three', 'rieng-1', 'end'])
    expect(arrange(runningOrder, { ...original, own: [own] }).seconds).toBe(13 * 60)
  })
})

test('from a hidden slide one goes to the next slide shown', () => {
  const arrangement = arrange(runningOrder, { ...original, hidden: ['two', 'three'] })
  expect(nearest(arrangement, 'one')).toBe('one')
  expect(nearest(arrangement, 'two')).toBe('end')
  expect(nearest(arrangement, 'gone')).toBeUndefined()
})

describe('the short running order', () => {
  const full = runningOrderOf(deck)
  const version: Version = { ...original, running: 'short' }
  const { shown, seconds } = arrange(full, version)
  const kept = slidesOf(deck).flatMap(({ core, id }) => (core ? id : []))

  test('takes the slides at the core of the deck, each with its time', () => {
    expect(shown.map(({ id }) => id)).toEqual(kept)
    const times = full.flatMap((info) => (kept.includes(info.id) ? info.seconds : []))
    expect(seconds).toBe(times.reduce((sum, time) => sum + time, 0))
  })

  test('leaves out the parts of which nothing is kept', () => {
    const edition = applyVersion(deck, version)
    expect(edition.parts.map(({ name }) => name)).toEqual(['Buổi sáng', 'Chuyện kể', '3 việc'])
    expect(slidesOf(edition).map(({ id }) => id)).toEqual(kept)
  })

  test('keeps hidden what the user hid, and shows what the user wants shown', () => {
    const hand = toggleSlide(full, { ...original, hidden: ['chuyen-ke'] }, 'viec-2')
    const short: Version = { ...hand, running: 'short' }
    expect(arrange(full, short).hidden).toContain('chuyen-ke')
    const more = toggleSlide(full, short, 'con-so')
    expect(arrange(full, more).hidden).not.toContain('con-so')
    expect(toggleSlide(full, more, 'con-so')).toMatchObject({ shown: [] })
    expect(arrange(full, { ...more, running: 'full' }).hidden).toEqual(
      new Set(['chuyen-ke', 'viec-2']),
    )
  })
})

test('an applied version has own notes, own slides and the cover line, and the deck is unchanged', () => {
  const version: Version = {
    ...original,
    own: [own],
    order: ['tu-sach', 'rieng-1'],
    notes: { 'con-so': 'My note', 'rieng-1': 'Mine too' },
    cover: { place: 'Hall A', date: '', speaker: '' },
  }
  const edition = applyVersion(deck, version)
  const slides = slidesOf(edition)
  expect(slides.map(({ id }) => id).slice(0, 3)).toEqual(['ngay-sach', 'tu-sach', 'rieng-1'])
  expect(slides.find(({ id }) => id === 'con-so')?.ownNote).toBe('My note')
  expect(edition.parts[0]?.slides[1]).toMatchObject({ points: ['a'], ownNote: 'Mine too' })
  expect(edition.cover.own?.place).toBe('Hall A')
  expect(slidesOf(deck).some(({ ownNote }) => ownNote !== undefined)).toBe(false)
})
