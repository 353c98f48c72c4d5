import { browserState } from '../../model/browser-name.ts'
import { type Command, commandOf, commands, keyName, typedKey } from '../../model/talk/command.ts'
import { offerToAudience } from '../live/audience.ts'
import { keepingWords, keepOffline } from '../offline/offline.ts'
import { openStorage } from '../session/storage.ts'
import { element } from '../ui/dom.ts'
import '../ui/script-runs.ts'
import { isPacked, scope } from '../browser/scope.ts'
import { schemeSwitch } from '../ui/scheme.ts'

const root = document.documentElement

/** The state of one item, and whether it is as it should be. */
interface State {
  readonly text: string
  readonly good: boolean
}

/** Whether a list has more content than space. */
const isCrowded = (list: HTMLElement): boolean => list.scrollHeight > list.clientHeight + 1

/**
 * Shows the state of one item. If there is too little space, items that are as they should be are
 * hidden.
 */
function show(name: string, { text, good }: State): void {
  const line = element(`[data-state="${name}"]`)
  line.textContent = text
  line.classList.toggle('lacking', !good)
  const list = element('.states')
  const lines = [...list.querySelectorAll('li')]
  for (const other of lines) other.hidden = false
  for (const other of lines.reverse()) {
    if (isCrowded(list) && !other.matches('.lacking')) other.hidden = true
  }
}

/** The screen's size in device pixels, and how a 16:9 slide fits it. */
function screenState(): State {
  // In full screen the window has the size of the screen, and reports it correctly at any zoom.
  const { width, height } = document.fullscreenElement
    ? { width: innerWidth, height: innerHeight }
    : screen
  const pixels = [width, height].map((length) => Math.round(length * devicePixelRatio))
  const fits = Math.abs((width / height) * (9 / 16) - 1) < 0.01
  const meaning = fits ? 'đúng 16:9, kín màn hình' : 'khác 16:9, có dải trống'
  return { text: `${pixels.join(' × ')}: ${meaning}`, good: true }
}

/** Loads every font, including those that this page does not need. */
async function fontState(): Promise<State> {
  const loaded = await Promise.allSettled([...document.fonts].map((face) => face.load()))
  const good = loaded.length > 0 && loaded.every(({ status }) => status === 'fulfilled')
  return good
    ? { text: 'Đã tải đủ ba phông chữ', good }
    : { text: 'Chưa tải được phông chữ. Đang dùng phông có sẵn.', good }
}

/** Stores something as the deck does. The read comes after the write in IndexedDB's order. */
async function storageState(): Promise<State> {
  let good = true
  const fail = () => {
    good = false
  }
  // A slow disk works too, so this waits for as long as it takes.
  const storage = openStorage(scope, fail)
  const when = Date.now()
  storage.keep('kiem-tra', { value: true, revision: when, by: 'check', when })
  await storage.read('kiem-tra')
  return { text: `${good ? 'Lưu được' : 'Không lưu được'} trên máy này`, good }
}

/** What a key does on the deck, where a number and Enter go to a page. */
function meaningOf(command: Command | undefined, key: string): string {
  if (/^[0-9]$/.test(key)) return 'số trang, rồi bấm Enter'
  if (!command) return 'không có tác dụng'
  const { label, help = label } = commands[command]
  return help.charAt(0).toLowerCase() + help.slice(1)
}

/** The name of a key, as it was typed. */
function nameOf(name: string, shiftKey: boolean): string {
  if (name === '' || name === 'Unidentified') return 'Phím không rõ tên'
  return keyName(shiftKey && (name === ' ' || name.length > 1) ? `Shift+${name}` : name)
}

/** Shows the last four keys, the newest first, and counts all: a worn-out button fires twice. */
function echoBoard(list: HTMLElement, count: HTMLElement): (name: string, does: string) => void {
  let pressed = 0
  return (name, does) => {
    if (pressed === 0) list.replaceChildren()
    pressed += 1
    count.textContent = `${pressed} lần`
    const key = document.createElement('b')
    key.textContent = name
    const entry = document.createElement('li')
    entry.append(key, `: ${does}`)
    list.prepend(entry)
    while (list.children[4] || isCrowded(list)) list.lastElementChild?.remove()
  }
}

function toggleFullscreen(): void {
  const turn = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()
  // Refused without a user's gesture, or there is no full screen.
  turn?.catch(() => undefined)
}

/** Starts the check page. */
export function check(): void {
  offerToAudience()
  for (const part of document.querySelectorAll<HTMLElement>('.check [hidden]')) part.hidden = false

  show('browser', browserState(navigator.userAgent))
  const measure = () => show('screen', screenState())
  measure()
  addEventListener('resize', measure)
  void fontState().then((state) => show('fonts', state))
  void storageState().then((state) => show('storage', state))
  void keepOffline((state) =>
    show('offline', { text: keepingWords[state], good: state !== 'failed' && state !== 'passing' }),
  )

  const actions: Partial<Record<Command, () => void>> = {
    scheme: schemeSwitch(root),
    fullscreen: toggleFullscreen,
    start: toggleFullscreen,
  }
  const echo = echoBoard(element('.clicker ol'), element('.clicker .count'))
  addEventListener('keydown', (event) => {
    const { target, ctrlKey, shiftKey, altKey, metaKey, repeat } = event
    const key = typedKey(event)
    if (ctrlKey || altKey || metaKey || key === 'Shift' || key === 'F11') return
    if (key === 'Enter' && target instanceof Element && target.closest('a')) return
    if (key !== 'Tab') event.preventDefault()
    if (repeat) return
    const command = commandOf(event)
    echo(nameOf(key, shiftKey), meaningOf(command, key))
    if (command) actions[command]?.()
  })
}

if (!isPacked) check()
