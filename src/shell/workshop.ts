import { isGarbled } from '../model/encoding.ts'
import type { Outline } from '../model/position.ts'
import {
  type Arrangement,
  addSlide,
  movePart,
  moveSlide,
  type OwnSlide,
  original,
  removeSlide,
  toggleSlide,
  type Version,
} from '../model/version.ts'
import { fileOf, garbled, readVersion } from '../model/version-file.ts'
import { applyVersion, unitOf } from './arrange.ts'
import { openDialog } from './dialogs.ts'
import { element } from './dom.ts'
import { fileReader } from './reading.ts'
import { privateFile, saveFile } from './save.ts'
import { setSheets } from './sheets.ts'
import { type Found, listenToNews, type Shelf } from './version.ts'
import { drawWorkshop } from './workshop-view.ts'

interface Setting {
  /** The deck's own outline. */
  readonly outline: Outline
  readonly found: Found
  readonly shelf: Shelf
  readonly say: (text: string) => void
  /** The packed file as it was published, to be saved with a version in it. */
  readonly source: () => Promise<string>
  /** Tells a screen reader where a slide stands now. */
  readonly announce: (slide: string) => void
  /** Called with the deck as it now stands. */
  readonly onChange: (arrangement: Arrangement) => void
}

const { deck = '' } = document.documentElement.dataset

/** The version with one field of a form changed; `id` is the slide that the field stands beside. */
function changed(version: Version, id: string, name: string, value: string): Version {
  const own = (change: Partial<OwnSlide>): Version => ({
    ...version,
    own: version.own.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })
  switch (name) {
    case 'running':
      return { ...version, running: value === 'short' ? 'short' : 'full' }
    case 'note':
      return { ...version, notes: { ...version.notes, [id]: value } }
    case 'title':
      return own({ title: value })
    case 'points':
      return own({ points: value.split('\n') })
    case 'minutes':
      // Emptied to be written anew.
      return value === '' ? version : own({ minutes: Number(value) })
    default:
      return { ...version, cover: { ...version.cover, [name]: value } }
  }
}

/** How long what is typed rests before the page shows it, in milliseconds. */
const rest = 200

/** Keeps the focus where it is while something moves it, or beside it where that is not possible. */
function keepFocus(act: () => void): void {
  const { activeElement: focused } = document
  act()
  if (!(focused instanceof HTMLElement)) return
  const beside = focused.closest('.edit')?.querySelector<HTMLElement>('button:not(:disabled)')
  const next = focused.matches(':disabled') ? beside : focused
  if (next?.isConnected && next !== document.activeElement) next.focus({ preventScroll: true })
}

/** Lets a speaker make a version of their own on the page to read beforehand. */
export function workshop({
  outline,
  found,
  shelf,
  say,
  source,
  announce,
  onChange,
}: Setting): void {
  let { version } = found
  let waiting: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    clearTimeout(waiting)
    waiting = undefined
    const arrangement = applyVersion(version, document, document)
    setSheets(arrangement, version)
    drawWorkshop(outline, version, arrangement)
    onChange(arrangement)
  }
  /** Takes a version; what does not fit in one is said. */
  const take = (next: Version): boolean => {
    const reading = readVersion(JSON.parse(fileOf(deck, next)), deck, outline)
    if ('refused' in reading) {
      say(reading.refused)
      return false
    }
    version = reading.version
    if (reading.problems[0]) say(reading.problems[0])
    return true
  }
  const set = (next: Version) => {
    if (!take(next)) return
    shelf.keep(version)
    keepFocus(draw)
  }
  /** What is typed is shown and kept once it rests, or when the page goes. */
  const settle = () => {
    if (waiting === undefined) return
    shelf.keep(version)
    keepFocus(draw)
  }
  const type = (next: Version) => {
    if (!take(next)) return
    clearTimeout(waiting)
    waiting = setTimeout(settle, rest)
  }
  addEventListener('pagehide', settle)
  listenToNews((news) => {
    // Another window of this page has changed it: both go on from there.
    if (news !== 'changed' || waiting !== undefined) return
    void shelf.find(outline).then((now) => {
      version = now.version
      keepFocus(draw)
    })
  })
  const read = fileReader(deck, outline, (next, name) => {
    set(next)
    say(`Đã đọc bản riêng từ tệp ${name}.`)
  })

  const add = (after: string) => {
    const { version: next, id } = addSlide(outline, version, after)
    set(next)
    const added = document.getElementById(id)
    if (!added) return
    unitOf(added).scrollIntoView()
    unitOf(added).querySelector<HTMLElement>('[name="title"]')?.focus()
  }
  const move = (by: -1 | 1) => (id: string, button: HTMLElement) => {
    const { part } = button.dataset
    set(part ? movePart(outline, version, part, by) : moveSlide(outline, version, id, by))
    if (part) return
    button.closest('.sheet')?.scrollIntoView({ block: 'nearest' })
    announce(id)
  }
  let removing = ''
  const ask = (id: string) => {
    removing = id
    const name = version.own.find((one) => one.id === id)?.title ?? ''
    element('.which', openDialog('removing')).textContent = `‘${name}’`
  }
  const save = async () => {
    settle()
    try {
      saveFile('ban-rieng.html', privateFile(await source(), deck, version), 'text/html')
      say('Đã lưu bản riêng: tệp ban-rieng.html.')
    } catch {
      say('Chưa lưu được bản riêng. Mở lại trang khi có mạng, hoặc bấm “Lưu ra tệp”.')
    }
  }
  const write = () => {
    settle()
    saveFile('ban-rieng.json', fileOf(deck, version), 'application/json')
    say('Đã lưu ra tệp: ban-rieng.json.')
  }
  const file = element<HTMLInputElement>('.workshop [type="file"]')
  const actions: Readonly<Record<string, (id: string, button: HTMLElement) => void>> = {
    up: move(-1),
    down: move(1),
    hide: (id) => set(toggleSlide(outline, version, id)),
    remove: ask,
    add,
    save: () => void save(),
    write,
    read: () => file.click(),
    restore: () => openDialog('restoring'),
  }

  const idOf = (target: Element): string =>
    target.closest('.sheet')?.querySelector('section')?.id ?? ''
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-do]')
    if (button) actions[button.dataset.do ?? '']?.(idOf(button), button)
  })
  document.addEventListener('input', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    if (!name) return
    const next = changed(version, idOf(target as Element), name, value)
    if (isGarbled(value)) say(garbled)
    else if (name === 'running') set(next)
    else type(next)
  })
  document.addEventListener('paste', (event) => {
    if (!isGarbled(event.clipboardData?.getData('text') ?? '')) return
    event.preventDefault()
    say(garbled)
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void read(chosen, version)
    file.value = ''
  })
  const choice = (
    dialog: string,
    button: string,
    chosen: () => Version | undefined,
    said: string,
  ) =>
    element(`${dialog} ${button}`).addEventListener('click', () => {
      element<HTMLDialogElement>(dialog).close()
      const next = chosen()
      if (next) set(next)
      say(said)
    })
  choice('#restoring', '.restore', () => original, 'Đã trả về bản gốc.')
  choice('#removing', '.remove', () => removeSlide(outline, version, removing), 'Đã bỏ trang.')
  choice('#differing', '.carried', () => version, 'Đang dùng bản trong tệp.')
  choice('#differing', '.kept', () => found.other, 'Đang dùng bản trên máy.')
  if (found.other) openDialog('differing')
  draw()
}
