import { describe, expect, test } from 'vitest'
import { newest, versionedIn } from '../../../../src/model/talk/versioned.ts'

const stamp = (revision: number, by: string, value = 'x') => ({ value, revision, by, when: 0 })
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

describe('the newest of two', () => {
  test('is the one with the higher revision, in either order', () => {
    const [old, young] = [stamp(3, 'b'), stamp(4, 'a')]
    expect(newest(old, young)).toBe(young)
    expect(newest(young, old)).toBe(young)
  })

  test('is the same in all windows if both have the same revision', () => {
    const [one, other] = [stamp(3, 'a', 'one'), stamp(3, 'b', 'other')]
    expect(newest(one, other)).toBe(newest(other, one))
  })
})

describe('a versioned value of unknown origin', () => {
  test('is parsed with its own value', () => {
    expect(versionedIn(stamp(3, 'a'), text)).toEqual(stamp(3, 'a'))
  })

  test.for([
    null,
    7,
    {},
    { ...stamp(3, 'a'), revision: '3' },
    { ...stamp(3, 'a'), revision: Number.MAX_VALUE },
    { ...stamp(3, 'a'), by: 1 },
    { ...stamp(3, 'a'), when: Number.NaN },
    { ...stamp(3, 'a'), value: 7 },
  ])('is undefined if invalid: %j', (value) => {
    expect(versionedIn(value, text)).toBeUndefined()
  })
})
