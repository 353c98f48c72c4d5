import { isGarbled } from '../model/encoding.ts'
import type { Outline } from '../model/position.ts'
import {
  type Arrangement,
  isFixed,
  leftOutOfShort,
  movePart,
  moveSlide,
  type OwnSlide,
  original,
  type Version,
} from '../model/version.ts'
import { fileOf, garbled, readVersion } from '../model/version-file.ts'
import { applyVersion, unitOf } from './arrange.ts'
import { openDialog } from './dialogs.ts'
import { element } from './dom.ts'
import { fileReader } from './reading.ts'
import { privateFile, saveFile } from './save.ts'
import { setSheets } from './sheets.ts'
import type { Found, Shelf } from './version.ts'
import { drawWorkshop } from './workshop-view.ts'

interface Setting {
  /** The deck's own outline. */
  readonly outline: Outline
  readonly found: Found
  readonly shelf: Shelf
  readonly say: (text: string) => void
  /** The packed file as it was published, to be saved with a version in it. */
  readonly source: () => Promise<string>
  /** Called with the deck as it now stands. */
  readonly onChange: (arrangement: Arrangement) => void
}

const { deck = '' } = document.documentElement.dataset

/** The version with one field of a form changed; `id` is the slide that the field stands beside. */
function changed(outline: Outline, version: Version, id: string, name: string, value: string) {
  const own = (change: Partial<OwnSlide>): Version => ({
    ...version,
    own: version.own.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })
  switch (name) {
    case 'running': {
      const short = value === 'short'
      const left = leftOutOfShort(outline).filter((one) => !isFixed(outline, one))
      return { ...version, running: short ? 'short' : 'full', hidden: short ? left : [] } as const
    }
    case 'note':
      return { ...version, notes: { ...version.notes, [id]: value } }
    case 'title':
      return own({ title: value })
    case 'points':
      return own({ points: value.split('\n') })
    case 'minutes':
      return own({ minutes: Number(value) })
    default:
      return { ...version, cover: { ...version.cover, [name]: value } }
  }
}

function without({ notes, own, order, hidden, ...rest }: Version, id: string): Version {
  return {
    ...rest,
    notes: Object.fromEntries(Object.entries(notes).filter(([slide]) => slide !== id)),
    own: own.filter((one) => one.id !== id),
    order: order.filter((one) => one !== id),
    hidden: hidden.filter((one) => one !== id),
  }
}

/** Lets a speaker make a version of their own on the page to read beforehand. */
export function workshop({ outline, found, shelf, say, source, onChange }: Setting): void {
  let { version } = found
  const draw = () => {
    const arrangement = applyVersion(version, document, document)
    setSheets(arrangement, version)
    drawWorkshop(outline, version, arrangement)
    onChange(arrangement)
  }
  /** Shows a version and keeps it; what does not fit in one is said. */
  const set = (next: Version) => {
    const reading = readVersion(JSON.parse(fileOf(deck, next)), deck, outline)
    if ('refused' in reading) return say(reading.refused)
    version = reading.version
    if (reading.problems[0]) say(reading.problems[0])
    shelf.keep(version)
    draw()
  }
  const read = fileReader(deck, outline, (next, name) => {
    set(next)
    say(`Đã đọc bản riêng từ tệp ${name}.`)
  })

  const add = () => {
    const numbers = version.own.map(({ id }) => Number(id.slice('rieng-'.length)))
    const id = `rieng-${Math.max(0, ...numbers) + 1}`
    const slide = { id, title: 'Liên hệ địa phương', points: [], minutes: 1 }
    set({ ...version, own: [...version.own, slide] })
    const added = document.getElementById(id)
    if (!added) return
    unitOf(added).scrollIntoView()
    unitOf(added).querySelector<HTMLElement>('[name="title"]')?.focus()
  }
  const hide = (id: string) =>
    set({
      ...version,
      hidden: version.hidden.includes(id)
        ? version.hidden.filter((one) => one !== id)
        : [...version.hidden, id],
    })
  const move = (by: -1 | 1) => (id: string, button: HTMLElement) => {
    const { part } = button.dataset
    set(part ? movePart(outline, version, part, by) : moveSlide(outline, version, id, by))
    if (!part) button.closest('.sheet')?.scrollIntoView({ block: 'nearest' })
  }
  const save = async () => {
    try {
      saveFile('ban-rieng.html', privateFile(await source(), deck, version), 'text/html')
      say('Đã lưu bản riêng: tệp ban-rieng.html.')
    } catch {
      say('Chưa lưu được bản riêng. Mở lại trang khi có mạng, hoặc bấm “Lưu ra tệp”.')
    }
  }
  const write = () => {
    saveFile('ban-rieng.json', fileOf(deck, version), 'application/json')
    say('Đã lưu ra tệp: ban-rieng.json.')
  }
  const file = element<HTMLInputElement>('.workshop [type="file"]')
  const actions: Readonly<Record<string, (id: string, button: HTMLElement) => void>> = {
    up: move(-1),
    down: move(1),
    hide,
    remove: (id) => set(without(version, id)),
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
    if (isGarbled(value)) say(garbled)
    else set(changed(outline, version, idOf(target as Element), name, value))
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
  choice('#differing', '.carried', () => version, 'Đang dùng bản trong tệp.')
  choice('#differing', '.kept', () => found.other, 'Đang dùng bản trên máy.')
  if (found.other) openDialog('differing')
  draw()
}
