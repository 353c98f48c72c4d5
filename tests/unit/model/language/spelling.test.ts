import { describe, expect, test } from 'vitest'
import { isMarked, keyBehind } from '../../../../src/model/language/spelling.ts'

describe('the key behind what an input method writes', () => {
  test.for([
    ['d', 'đ', 'd', '9'],
    ['di', 'đi', 'd', '9'],
    ['o', 'ô', 'o', '6'],
    ['a', 'â', 'a', '6'],
    ['e', 'ê', 'e', '6'],
    ['o', 'ơ', 'w', '7'],
    ['u', 'ư', 'w', '7'],
    ['uo', 'ươ', 'w', '7'],
    ['a', 'ă', 'w', '8'],
    ['o', 'ó', 's', '1'],
    ['o', 'ò', 'f', '2'],
    ['i', 'ỉ', 'r', '3'],
    ['i', 'ĩ', 'x', '4'],
    ['o', 'ọ', 'j', '5'],
    ['ô', 'ố', 's', '1'],
    ['ó', 'ố', 'o', '6'],
    ['ó', 'ò', 'f', '2'],
    ['O', 'Ô', 'o', '6'],
    ['D', 'Đ', 'd', '9'],
    ['ó', 'o', 'z', '0'],
  ] as const)('%s to %s is %s in Telex, %s in VNI', ([before, after, telex, vni]) => {
    expect(keyBehind(before, after, 'telex')).toBe(telex)
    expect(keyBehind(before, after, 'vni')).toBe(vni)
  })

  test.for([
    ['đ', 'dd', 'd'],
    ['ô', 'oo', 'o'],
    ['ó', 'os', 's'],
    ['í', 'ió', 'o'],
    ['ô', 'o6', '6'],
    ['đ', 'd9', '9'],
    ['ư', 'w', 'w'],
  ] as const)('%s to %s is %s: a mark taken back or moved', ([before, after, key]) => {
    expect(keyBehind(before, after, 'telex')).toBe(key)
    expect(keyBehind(before, after, 'vni')).toBe(key)
  })

  test('is W behind a «ư» for which nothing stood before', () => {
    expect(keyBehind('', 'ư', 'telex')).toBe('w')
  })

  test('is looked for only behind letters with marks', () => {
    expect([...'đôơăâêưáỀ'].every(isMarked)).toBe(true)
    expect([...'doz6 .'].some(isMarked)).toBe(false)
    expect(['PageDown', 'Process', ''].some(isMarked)).toBe(false)
  })
})
