import { isMarked, keyBehind, type Method } from '../../model/language/spelling.ts'
import type { Key } from '../../model/talk/command.ts'

/** How close together an input method sends what replaces a key, in milliseconds. */
const breath = 40

/** How long a key may be held down that tells by coming up which it was, in milliseconds. */
const press = 250

/** How many letters back an input method writes anew. */
const longest = 8

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

/** The letter or digit at a place on the keyboard. */
const placeOf = (code: string): string =>
  /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? ''

/**
 * Finds the keys that were pressed behind an input method such as UniKey, which knows nothing of
 * pages without a field. It swallows the second key of a pair, and sends Backspace and the letter
 * that the pair makes. Whether D or 9 made a «đ» tells the swallowed key when it comes up.
 */
export class InputMethod {
  readonly #give: (key: Key) => void
  readonly #down = new Set<string>()
  /** The letters since the last other key: what the input method takes for a word. */
  #word = ''
  #erased = 0
  #written = ''
  /** The key that was swallowed, if it has come up. */
  #swallowed = ''
  /** What waits for that key. */
  #waiting: { before: string; after: string } | undefined
  #method: Method | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `give` takes a key that turns out to have been pressed, once it is known. */
  constructor(give: (key: Key) => void) {
    this.#give = give
  }

  /** Takes a key that goes down; true if it is no one's, or not known yet to be someone's. */
  down(event: Key, repeats = false): boolean {
    const { key, code, ctrlKey, altKey, metaKey } = event
    this.#down.add(code)
    if (/^(Shift|CapsLock)$/.test(key)) return false
    if (repeats || ctrlKey || altKey || metaKey) {
      this.#settle()
      return false
    }
    if (key === 'Backspace' && this.#word.length > this.#erased) {
      if (this.#written) this.#settle()
      this.#erased += 1
      this.#arm()
      return true
    }
    const bare = code === '' && key.length === 1
    if (bare && (this.#erased > 0 || this.#written || isMarked(key))) {
      this.#written += key
      this.#arm()
      return true
    }
    this.#settle()
    // A sign without width is written so that there is something to erase.
    this.#word = /^[\p{L}\d\u202f]$/u.test(key) ? (this.#word + key).slice(-longest) : ''
    return key === '\u202f'
  }

  /** Takes a key that comes up: one that never went down was swallowed. */
  up({ code }: Pick<Key, 'code'>): void {
    const wentDown = this.#down.delete(code)
    if (wentDown || !placeOf(code) || !(this.#erased || this.#written || this.#waiting)) return
    this.#swallowed = placeOf(code)
    this.#method = /\d/.test(this.#swallowed) ? 'vni' : 'telex'
    if (this.#waiting) this.#settle()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#rest(), breath)
  }

  /** Nothing more comes: the key is known now, or once it comes up. */
  #rest(): void {
    this.#finish()
    if (!this.#waiting || this.#swallowed) this.#settle()
    else this.#timer = setTimeout(() => this.#settle(), press)
  }

  /** The word stands as it was written anew. */
  #finish(): void {
    if (!this.#written) return
    const start = this.#word.length - this.#erased
    this.#waiting = { before: this.#word.slice(start), after: this.#written }
    this.#word = this.#word.slice(0, start) + this.#written
    this.#erased = 0
    this.#written = ''
  }

  /** Gives what was held back. */
  #settle(): void {
    clearTimeout(this.#timer)
    this.#finish()
    const [erased, waiting, swallowed] = [this.#erased, this.#waiting, this.#swallowed]
    this.#erased = 0
    this.#waiting = undefined
    this.#swallowed = ''
    // Erased and nothing written: a person's own Backspace.
    if (erased > 0) this.#word = this.#word.slice(0, -erased)
    for (let count = 0; count < erased; count++) {
      this.#give({ ...plain, key: 'Backspace', code: 'Backspace' })
    }
    if (!waiting) return
    const { before, after } = waiting
    const key = swallowed || keyBehind(before, after, this.#method ?? 'telex')
    this.#give({ ...plain, key, code: '' })
  }
}
