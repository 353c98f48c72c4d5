import { keysOf } from '../record.ts'

/** An action for a key, a clicker or a button. */
interface Entry {
  /** The label of its button. */
  readonly label: string
  /** Its description in the list of keys, where that differs from the label. */
  readonly help?: string
  /** What then stands on the screen instead of the slide. */
  readonly stands?: string
  /** Names as in `KeyboardEvent.key`; «Shift+» before a key that is held with Shift. */
  readonly keys: readonly string[]
}

/**
 * All commands with their keys and words, for keyboard, clicker and buttons. What a command does
 * stands in `client/session/navigation.ts` for both windows, else in `client/deck/commands.ts`,
 * `client/deck/later/controls.ts` or `client/speaker/speaker.ts`; the windows whose help tells it are in
 * `help.ts`.
 */
const table = {
  next: { label: 'Trang sau', keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'n'] },
  previous: {
    label: 'Trang trước',
    keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'p', 'Shift+ '],
  },
  first: { label: 'Trang đầu', keys: ['Home'] },
  last: { label: 'Trang cuối', keys: ['End'] },
  start: { label: 'Bắt đầu trình chiếu', keys: ['F5'] },
  'start-here': { label: 'Trình chiếu từ trang này', keys: ['Shift+F5'] },
  black: {
    label: 'Tắt màn chiếu',
    help: 'Tắt màn chiếu, chiếu lại',
    stands: 'Màn chiếu đang tắt',
    keys: ['b', '.'],
  },
  white: {
    label: 'Màn trắng',
    help: 'Màn chiếu trắng, chiếu lại',
    stands: 'Màn chiếu đang trắng',
    keys: ['w', ','],
  },
  waiting: {
    label: 'Màn chờ',
    help: 'Màn chờ đến giờ bắt đầu, chiếu lại',
    stands: 'Đang chiếu màn chờ',
    keys: ['c'],
  },
  pointer: {
    label: 'Con trỏ',
    help: 'Con trỏ trên màn chiếu: giữ phím và rê chuột',
    keys: ['l'],
  },
  spot: {
    label: 'Làm nổi',
    help: 'Làm nổi một dòng; bấm tiếp để sang dòng sau',
    keys: ['k'],
  },
  'spot-back': { label: 'Làm nổi dòng trước', keys: ['j', 'Shift+k'] },
  hold: {
    label: 'Giữ màn chiếu',
    help: 'Giữ màn chiếu để xem riêng, về trang đang chiếu',
    keys: ['g'],
  },
  bring: { label: 'Chiếu trang này', help: 'Chiếu trang đang xem riêng', keys: ['Shift+g'] },
  speaker: { label: 'Màn hình báo cáo viên', keys: ['s'] },
  swap: { label: 'Đổi màn hình', keys: [] },
  contents: { label: 'Mục lục', keys: ['m'] },
  search: { label: 'Tìm trong bộ trang chiếu', keys: ['/'] },
  overview: { label: 'Toàn cảnh', help: 'Toàn cảnh các trang', keys: ['o'] },
  fullscreen: { label: 'Toàn màn hình', keys: ['f'] },
  scheme: { label: 'Nền tối', help: 'Đổi nền sáng, nền tối', keys: ['d'] },
  larger: { label: 'Chữ to hơn', keys: ['+', '='] },
  smaller: { label: 'Chữ nhỏ hơn', keys: ['-'] },
  // With Shift, which no clicker sends: the arrow keys alone turn pages.
  'notes-on': { label: 'Cuộn ghi chú xuống', keys: ['Shift+ArrowDown'] },
  'notes-back': { label: 'Cuộn ghi chú lên', keys: ['Shift+ArrowUp'] },
  pause: { label: 'Chạy đồng hồ', help: 'Chạy, dừng đồng hồ', keys: ['t'] },
  reset: { label: 'Đặt lại đồng hồ', keys: [] },
  time: { label: 'Thời lượng', help: 'Đặt thời lượng của mình', keys: ['v'] },
  times: { label: 'Thời gian đã nói', keys: ['u'] },
  print: { label: 'In / Tải về', keys: ['i'] },
  help: { label: 'Trợ giúp', keys: ['?', 'F1', 'h'] },
  enter: { label: 'Đến trang…', keys: ['Enter'] },
  escape: {
    label: 'Thoát toàn màn hình',
    help: 'Thoát toàn màn hình, đóng hộp đang mở',
    keys: ['Escape'],
  },
} as const satisfies Record<string, Entry>

/** The name of a command. */
export type Command = keyof typeof table

/** Each command with its label and its keys. */
export const commands: Readonly<Record<Command, Entry>> = table

/** The fields of a browser's keyboard event that decide which command it is. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/**
 * The name of the key that was pressed. An input method reports «Process» instead of the key, and a
 * Vietnamese layout has letters on the digit row: in both cases `code` tells the key.
 */
export const typedKey = ({ key, code }: Key): string =>
  key === 'Process' || (/^Digit\d$/.test(code) && /^[^ -~]$/u.test(key))
    ? code.replace(/^(Key|Digit|Numpad)(?=[A-Z0-9]$)/, '')
    : key

/**
 * Commands by key name. Letters also by `code`, because a Vietnamese input method hides the letter.
 */
const keys: ReadonlyMap<string, Command> = new Map(
  keysOf(commands).flatMap((command) =>
    commands[command].keys.flatMap((key) => {
      const letter = /^(Shift\+)?([a-z])$/.exec(key)
      const names = letter ? [key, `${letter[1] ?? ''}Key${letter[2]?.toUpperCase()}`] : [key]
      return names.map((name) => [name, command] as const)
    }),
  ),
)

/**
 * The command of a key, or undefined. The browser's own shortcuts, with Ctrl, Alt or Meta, have
 * none.
 */
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
  const find = (name: string) =>
    (shiftKey ? keys.get(`Shift+${name}`) : undefined) ?? keys.get(name)
  // An ASCII character says which key was meant. The key's place counts only for other characters.
  return find(name) ?? (/^[!-~]$/.test(key) ? undefined : find(code))
}

/**
 * Commands on keys that reload the page wherever the focus is, such as F5, which a clicker sends.
 */
export const reloads = (command: Command | undefined): boolean =>
  command === 'start' || command === 'start-here'

const named: Readonly<Record<string, string>> = {
  ' ': 'phím cách',
  '.': 'dấu chấm',
  ',': 'dấu phẩy',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowRight: 'mũi tên phải',
  ArrowLeft: 'mũi tên trái',
  ArrowUp: 'mũi tên lên',
  ArrowDown: 'mũi tên xuống',
  Escape: 'Esc',
}

/** A key's name for people: «Page Down», «phím cách», «Shift+F5». */
export function keyName(key: string): string {
  if (key.startsWith('Shift+')) return `Shift+${keyName(key.slice(6))}`
  return named[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/**
 * The key that a button shows beside its label: the letter if there is one, as keyboards print it.
 */
export function keyCap(command: Command): string {
  const { keys } = commands[command]
  const key = keys.find((key) => /^([a-z]|Page\w+)$/.test(key)) ?? keys[0]
  return key ? keyName(key).replace(/^Page (.).*(.)$/, (_, one, last) => `Pg${one}${last}`) : ''
}
