import { isMarked, keyBehind, type Method } from '../../model/language/spelling.ts'
import type { Key } from '../../model/talk/command.ts'

/** The longest pause between the events by which an input method replaces text, in ms. */
const breath = 40

/** How long to wait for the keyup that tells which key was swallowed, in ms. */
const press = 250

/** How many letters back an input method may rewrite. */
const longest = 8

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

/** The letter or digit at a position of the keyboard. */
const placeOf = (code: string): string =>
  /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? ''

/**
 * Finds out which keys were pressed behind an input method such as UniKey, which also works on
 * pages without a text field. It swallows the second key of a pair and sends Backspace and the
 * combined letter instead. Whether D or 9 made a «đ» can be told by the swallowed key's keyup.
 */
export class InputMethod {
  readonly #give: (key: Key) => void
  readonly #down = new Set<string>()
  /** The letters since the last other key: what the input method takes for the current word. */
  #word = ''
  #erased = 0
  #written = ''
  /** The swallowed key, if its keyup has come. */
  #swallowed = ''
  /** The replacement that waits for that key. */
  #waiting: { before: string; after: string } | undefined
  #method: Method | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `give` is called with each key found to have been pressed. */
  constructor(give: (key: Key) => void) {
    this.#give = give
  }

  /** Handles a keydown; true if it belongs to the input method, or may belong to it. */
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
    // U+202F is a character that some input methods write only to have something to erase.
    this.#word = /^[\p{L}\d\u202f]$/u.test(key) ? (this.#word + key).slice(-longest) : ''
    return key === '\u202f'
  }

  /** Handles a keyup; a key without a keydown was swallowed. */
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

  /** The input method has finished: the key is known now, or after its keyup. */
  #rest(): void {
    this.#finish()
    if (!this.#waiting || this.#swallowed) this.#settle()
    else this.#timer = setTimeout(() => this.#settle(), press)
  }

  /** Completes the replacement: the word now ends as it was rewritten. */
  #finish(): void {
    if (!this.#written) return
    const start = this.#word.length - this.#erased
    this.#waiting = { before: this.#word.slice(start), after: this.#written }
    this.#word = this.#word.slice(0, start) + this.#written
    this.#erased = 0
    this.#written = ''
  }

  /** Passes on the keys that were held back. */
  #settle(): void {
    clearTimeout(this.#timer)
    this.#finish()
    const [erased, waiting, swallowed] = [this.#erased, this.#waiting, this.#swallowed]
    this.#erased = 0
    this.#waiting = undefined
    this.#swallowed = ''
    // Backspace without new letters was pressed by the user.
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
