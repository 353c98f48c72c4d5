import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { InputMethod } from '../../../../src/client/ui/input-method.ts'
import { commands, type Key } from '../../../../src/model/talk/command.ts'

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

/** A keyboard with an input method, and the keys that the page takes as pressed. */
class Keyboard {
  readonly pressed: string[] = []
  readonly #method = new InputMethod(({ key }) => this.pressed.push(key))
  /** Whether swallowed keys have a keyup. */
  readonly #rises: boolean

  constructor(rises = true) {
    this.#rises = rises
  }

  #code(key: string): string {
    if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
    return /^\d$/.test(key) ? `Digit${key}` : key
  }

  #down(key: string, code: string, repeats = false): void {
    const event: Key = { ...plain, key, code }
    if (!this.#method.down(event, repeats)) this.pressed.push(key)
  }

  /** Presses a key that the input method lets through. */
  async press(key: string, repeats = false): Promise<void> {
    this.#down(key, this.#code(key), repeats)
    this.#method.up({ code: this.#code(key) })
    await vi.advanceTimersByTimeAsync(90)
  }

  /** Presses a key for which the input method erases that many letters and writes others. */
  async replace(key: string, erased: number, written: string, code = ''): Promise<void> {
    for (let count = 0; count < erased; count++) {
      this.#down('Backspace', code)
      this.#method.up({ code })
    }
    for (const letter of written) {
      this.#down(letter, '')
      this.#method.up({ code: '' })
    }
    await vi.advanceTimersByTimeAsync(90)
    if (this.#rises) this.#method.up({ code: this.#code(key) })
    await vi.advanceTimersByTimeAsync(400)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A first key, a second key, and the letter that Telex or VNI makes of them. */
const pairs = [
  ['d', 'd', 'đ'],
  ['o', 'o', 'ô'],
  ['o', 's', 'ó'],
  ['o', 'f', 'ò'],
  ['i', 's', 'í'],
  ['i', 'f', 'ì'],
  ['a', 'a', 'â'],
  ['e', 'e', 'ê'],
  ['o', 'w', 'ơ'],
  ['d', '9', 'đ'],
  ['o', '6', 'ô'],
  ['a', '6', 'â'],
  ['o', '7', 'ơ'],
  ['a', '8', 'ă'],
  ['o', '1', 'ó'],
  ['i', '2', 'ì'],
  ['i', '3', 'ỉ'],
  ['o', '4', 'õ'],
  ['o', '5', 'ọ'],
  ['u', 'w', 'ư'],
] as const

describe('behind an input method', () => {
  test.for(pairs)('%s and %s, which arrive as Backspace and %s, are recognised', async (pair) => {
    const [first, second, written] = pair
    for (const code of ['', 'Backspace']) {
      const keyboard = new Keyboard()
      await keyboard.press(first)
      await keyboard.replace(second, 1, written, code)
      expect(keyboard.pressed).toEqual([first, second])
    }
  })

  test.for(pairs.filter(([, second]) => !/\d/.test(second)))(
    '%s and %s are recognised even without a keyup of the swallowed key',
    async ([first, second, written]) => {
      const keyboard = new Keyboard(false)
      await keyboard.press(first)
      await keyboard.replace(second, 1, written)
      expect(keyboard.pressed).toEqual([first, second])
    },
  )

  test.for(
    Object.values(commands).flatMap(({ keys }) => keys.filter((key) => /^[a-z]$/.test(key))),
  )('%s is recognised before and after any pair, and no Backspace acts', async (key) => {
    const keyboard = new Keyboard()
    await keyboard.press(key)
    await keyboard.press('PageDown')
    for (const [first, second, written] of pairs) {
      await keyboard.press(first)
      await keyboard.replace(second, 1, written)
    }
    await keyboard.press(key)
    const meant = [key, 'PageDown', ...pairs.flatMap((pair) => pair.slice(0, 2)), key]
    expect(keyboard.pressed).toEqual(meant)
  })

  test('a third key that takes the mark back is recognised', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('o')
    await keyboard.replace('o', 1, 'ô')
    await keyboard.replace('o', 1, 'oo')
    await keyboard.press('s')
    expect(keyboard.pressed).toEqual(['o', 'o', 'o', 's'])
  })

  test.for([true, false])('W alone, which arrives as «ư», and again as «w»', async (rises) => {
    const keyboard = new Keyboard(rises)
    await keyboard.replace('w', 0, 'ư')
    await keyboard.press('PageDown')
    await keyboard.replace('w', 0, 'ư')
    await keyboard.replace('w', 1, 'w')
    expect(keyboard.pressed).toEqual(['w', 'PageDown', 'w', 'w'])
  })

  test('a mark may go to a letter further back', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('d')
    await keyboard.press('i')
    await keyboard.replace('d', 2, 'đi')
    expect(keyboard.pressed).toEqual(['d', 'i', 'd'])
  })

  test('a method that first writes a U+202F to erase is recognised', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('o')
    await keyboard.press('\u202f')
    await keyboard.replace('o', 2, 'ô')
    expect(keyboard.pressed).toEqual(['o', 'o'])
  })

  test('a page number typed after a letter in VNI is recognised', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('o')
    await keyboard.replace('1', 1, 'ó')
    await keyboard.replace('6', 1, 'ố')
    await keyboard.press('Enter')
    expect(keyboard.pressed).toEqual(['o', '1', '6', 'Enter'])
  })

  test('a replaced key is recognised before the next key acts', async () => {
    const keyboard = new Keyboard(false)
    await keyboard.press('d')
    const replaced = keyboard.replace('d', 1, 'đ')
    await keyboard.press('PageDown')
    await replaced
    expect(keyboard.pressed).toEqual(['d', 'd', 'PageDown'])
  })
})

describe('a Backspace pressed by the user', () => {
  test('acts at once after a key that is no letter', async () => {
    const keyboard = new Keyboard()
    for (const key of ['PageDown', 'Backspace', 'ArrowUp', 'Backspace', 'Backspace']) {
      await keyboard.press(key)
    }
    expect(keyboard.pressed).toEqual(['PageDown', 'Backspace', 'ArrowUp', 'Backspace', 'Backspace'])
  })

  test('acts a moment later after a letter, and before the next key', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('o')
    await keyboard.press('Backspace')
    expect(keyboard.pressed).toEqual(['o', 'Backspace'])
    await keyboard.press('d')
    const held = keyboard.press('Backspace')
    await keyboard.press('PageDown')
    await held
    expect(keyboard.pressed).toEqual(['o', 'Backspace', 'd', 'Backspace', 'PageDown'])
  })

  test('acts at once when held down', async () => {
    const keyboard = new Keyboard()
    await keyboard.press('o')
    for (let count = 0; count < 3; count++) await keyboard.press('Backspace', count > 0)
    expect(keyboard.pressed).toEqual(['o', 'Backspace', 'Backspace', 'Backspace'])
  })
})
