/** What a key, a clicker or a button can ask for. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'overview'
  | 'scheme'
  | 'fullscreen'
  | 'start'
  | 'start-here'
  | 'enter'
  | 'escape'

/** The part of a keyboard event that decides. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>

/** By the key's name, else by its place: a Vietnamese input method hides the letter. */
const keys: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    PageDown: 'next',
    ArrowRight: 'next',
    ArrowDown: 'next',
    ' ': 'next',
    n: 'next',
    KeyN: 'next',
    PageUp: 'previous',
    ArrowLeft: 'previous',
    ArrowUp: 'previous',
    Backspace: 'previous',
    p: 'previous',
    KeyP: 'previous',
    Home: 'first',
    End: 'last',
    b: 'black',
    '.': 'black',
    KeyB: 'black',
    o: 'overview',
    KeyO: 'overview',
    d: 'scheme',
    KeyD: 'scheme',
    f: 'fullscreen',
    KeyF: 'fullscreen',
    F5: 'start',
    Enter: 'enter',
    Escape: 'escape',
  } as const),
)

const shifted: ReadonlyMap<string, Command> = new Map(
  Object.entries({ F5: 'start-here', ' ': 'previous' } as const),
)

/** The command of a key, or nothing: the browser's own shortcuts are left alone. */
export function commandOf({
  key,
  code,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: Key): Command | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  return (shiftKey ? shifted.get(name) : undefined) ?? keys.get(name) ?? keys.get(code)
}

/** Collects the digits of a page number; any other key forgets them. */
export class PageNumber {
  #digits = ''

  /** Takes a digit; false if the key is none. */
  take(key: string): boolean {
    if (!/^[0-9]$/.test(key)) return false
    this.#digits = (this.#digits + key).slice(-4)
    return true
  }

  /** The number typed so far, which is then forgotten. */
  finish(): number | undefined {
    const typed = this.#digits
    this.#digits = ''
    return typed ? Number(typed) : undefined
  }
}
