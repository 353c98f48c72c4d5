import { describe, expect, test } from 'vitest'
import { commandOf, type Key, typedKey } from '../../../../src/model/talk/command.ts'

const plain = { code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
const press = (key: string, more: Partial<Key> = {}) => commandOf({ ...plain, key, ...more })

describe('a clicker', () => {
  test.for([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['.', 'black'],
    ['b', 'black'],
    ['F5', 'start'],
    ['Escape', 'escape'],
  ])('sends %s for %s', ([key, command]) => {
    expect(press(key as string)).toBe(command)
  })
})

describe('a keyboard', () => {
  test.for([
    ['ArrowRight', 'next'],
    ['ArrowDown', 'next'],
    [' ', 'next'],
    ['N', 'next'],
    ['ArrowLeft', 'previous'],
    ['ArrowUp', 'previous'],
    ['Backspace', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['B', 'black'],
    ['W', 'white'],
    [',', 'white'],
    ['Enter', 'enter'],
  ])('works as in PowerPoint: %s is %s', ([key, command]) => {
    expect(press(key as string)).toBe(command)
  })

  test('starts from here with Shift and F5, goes back with Shift and Space', () => {
    expect(press('F5', { shiftKey: true })).toBe('start-here')
    expect(press(' ', { shiftKey: true })).toBe('previous')
    expect(press('K', { shiftKey: true })).toBe('spot-back')
    expect(press('k')).toBe('spot')
  })

  test('holds the audience’s slide with G, brings the audience along with Shift and G, capitals locked or not', () => {
    expect(['g', 'G'].map((key) => press(key))).toEqual(['hold', 'hold'])
    expect(['g', 'G'].map((key) => press(key, { shiftKey: true }))).toEqual(['bring', 'bring'])
  })

  test('is understood through a Vietnamese input method, which hides the letter', () => {
    expect(press('Process', { code: 'KeyB' })).toBe('black')
    expect(press('Process', { code: 'KeyL' })).toBe('pointer')
    expect(press('Process', { code: 'KeyK' })).toBe('spot')
    expect(press('ư', { code: 'KeyW' })).toBe('white')
    expect(press('Process', { code: 'KeyG' })).toBe('hold')
    expect(press('Process', { code: 'KeyG', shiftKey: true })).toBe('bring')
  })

  test('is read by its character, wherever that is on the keyboard', () => {
    expect(press('x', { code: 'KeyB' })).toBeUndefined()
    expect(press(';', { code: 'KeyM' })).toBeUndefined()
    expect(press('b', { code: 'KeyN' })).toBe('black')
    expect(press('и', { code: 'KeyB' })).toBe('black')
  })

  test.for([
    ['Digit7', '7'],
    ['Numpad7', '7'],
    ['KeyB', 'B'],
    ['NumpadEnter', 'NumpadEnter'],
  ])('has %s read as %s if the input method hides it', ([code, name]) => {
    expect(typedKey({ ...plain, key: 'Process', code: code as string })).toBe(name)
    expect(typedKey({ ...plain, key: 'x', code: code as string })).toBe('x')
  })

  test.for([
    ['ă', 'Digit1', '1'],
    ['đ', 'Digit0', '0'],
    ['\u0301', 'Digit8', '8'],
    ['!', 'Digit1', '!'],
    ['đ', '', 'đ'],
  ])('has %s at %s read as %s: Vietnamese keyboards have letters there', ([key, code, name]) => {
    expect(typedKey({ ...plain, key: key as string, code: code as string })).toBe(name)
  })

  test("leaves the browser's own shortcuts alone", () => {
    expect(press('p', { ctrlKey: true })).toBeUndefined()
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
    expect(press('b', { metaKey: true })).toBeUndefined()
    expect(press('Tab')).toBeUndefined()
  })

  test('takes no name of Object.prototype for a command', () => {
    expect(press('constructor')).toBeUndefined()
    expect(press('toString', { code: '__proto__' })).toBeUndefined()
  })
})
