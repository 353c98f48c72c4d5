import { describe, expect, test } from 'vitest'
import { arrange } from '../../../../src/model/version/arrange.ts'
import {
  addSlide,
  canMove,
  movePart,
  moveSlide,
  placePart,
  placeSlide,
  placesOf,
  removeSlide,
} from '../../../../src/model/version/edit-version.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { runningOrder } from '../../../support/running-order.ts'

const own = { id: 'rieng-1', title: 'Here', points: ['a'], minutes: 2 }
const ids = (version: Partial<Version>) =>
  arrange(runningOrder, { ...original, ...version }).shown.map(({ id }) => id)

describe('editing a version', () => {
  test('changes nothing for a move that is not allowed', () => {
    for (const [id, by] of [
      ['cover', 1],
      ['one', -1],
      ['two', 1],
      ['three', -1],
      ['end', -1],
      ['gone', 1],
    ] as const) {
      expect(moveSlide(runningOrder, original, id, by)).toEqual(original)
      expect(canMove(arrange(runningOrder, original), original, id, by)).toBe(false)
    }
  })

  test('tells which slides can move without moving any', () => {
    const added = { ...original, own: [own] }
    const arrangement = arrange(runningOrder, added)
    const can = (by: -1 | 1) =>
      arrangement.all.map(({ id }) => id).filter((id) => canMove(arrangement, added, id, by))
    expect(can(-1)).toEqual(['two', 'rieng-1'])
    expect(can(1)).toEqual(['one', 'three'])
  })

  test('moves a slide within its part, an own one anywhere, a part as a whole', () => {
    const moved = moveSlide(runningOrder, original, 'two', -1)
    expect(ids(moved)).toEqual(['cover', 'two', 'one', 'three', 'end'])
    expect(moveSlide(runningOrder, moved, 'two', 1)).toEqual(original)
    const added = { ...original, own: [own] }
    const up = moveSlide(runningOrder, moveSlide(runningOrder, added, 'rieng-1', -1), 'rieng-1', -1)
    expect(ids(up)).toEqual(['cover', 'one', 'rieng-1', 'two', 'three', 'end'])
    expect(ids(movePart(runningOrder, original, 'First', 1))).toEqual([
      'cover',
      'three',
      'one',
      'two',
      'end',
    ])
    expect(movePart(runningOrder, original, 'First', -1)).toEqual(original)
    expect(movePart(runningOrder, original, 'Third', 1)).toEqual(original)
  })
})

describe('putting a slide or a part in its place', () => {
  const many = { ...original, own: [own], order: ['cover', 'one', 'rieng-1', 'two', 'three'] }

  test('is for a slide of the deck within its part, for an own one anywhere', () => {
    const places = (id: string) => placesOf(arrange(runningOrder, many), many, id)
    expect(['cover', 'end', 'gone'].map(places)).toEqual([undefined, undefined, undefined])
    expect(places('one')).toEqual({ first: 1, last: 4 })
    expect(places('two')).toEqual({ first: 1, last: 4 })
    expect(places('three')).toEqual({ first: 4, last: 5 })
    expect(places('rieng-1')).toEqual({ first: 1, last: 5 })
    const placed = (id: string, before: string) =>
      ids(placeSlide(runningOrder, many, id, before)).join(' ')
    expect(placed('two', 'one')).toBe('cover two one rieng-1 three end')
    expect(placed('one', 'three')).toBe('cover rieng-1 two one three end')
    expect(placed('rieng-1', 'end')).toBe('cover one two three rieng-1 end')
    expect(placed('rieng-1', 'one')).toBe('cover rieng-1 one two three end')
    for (const [id, before] of [
      ['two', 'end'],
      ['three', 'one'],
      ['rieng-1', 'cover'],
      ['cover', 'two'],
      ['end', 'one'],
      ['one', 'one'],
      ['one', 'gone'],
    ] as const) {
      expect(placeSlide(runningOrder, many, id, before)).toBe(many)
    }
  })

  test('is for a part before another one or last', () => {
    const placed = (name: string, before: string) =>
      ids(placePart(runningOrder, original, name, before)).join(' ')
    expect(placed('First', '')).toBe('cover three one two end')
    expect(placed('Second', 'First')).toBe('cover three one two end')
    expect(placePart(runningOrder, original, 'Second', '')).toEqual(original)
    expect(placePart(runningOrder, original, 'Third', '')).toBe(original)
  })
})

describe('a slide of the speaker’s own', () => {
  test('is added after a slide or before the last one, with the first free number', () => {
    const first = addSlide(runningOrder, original, 'one')
    expect(first.id).toBe('rieng-1')
    expect(ids(first.version)).toEqual(['cover', 'one', 'rieng-1', 'two', 'three', 'end'])
    const second = addSlide(runningOrder, first.version, '')
    expect(ids(second.version).slice(-2)).toEqual(['rieng-2', 'end'])
    expect(ids(addSlide(runningOrder, original, 'end').version).slice(-2)).toEqual([
      'rieng-1',
      'end',
    ])
    const far: Version = { ...original, own: [{ ...own, id: 'rieng-9999' }] }
    expect(addSlide(runningOrder, far, '').id).toBe('rieng-1')
  })

  test('is removed with everything that refers to it', () => {
    const { version, id } = addSlide(runningOrder, original, 'one')
    const noted = { ...version, notes: { [id]: 'x', one: 'y' }, hidden: [id] }
    expect(removeSlide(runningOrder, noted, id)).toMatchObject({
      own: [],
      notes: { one: 'y' },
      hidden: [],
    })
    expect(ids(removeSlide(runningOrder, noted, id))).toEqual(runningOrder.map(({ id }) => id))
  })
})
