import { runningOrderOf } from '../../model/deck/deck.ts'
import { isGarbled } from '../../model/language/encoding.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import { type Arrangement, arrange } from '../../model/version/arrange.ts'
import {
  addSlide,
  canMove,
  movePart,
  moveSlide,
  removeSlide,
  toggleSlide,
} from '../../model/version/edit-version.ts'
import { fitted } from '../../model/version/fit.ts'
import { garbled, withoutMarks } from '../../model/version/own-text.ts'
import { type OwnSlide, original, type Version } from '../../model/version/version.ts'
import { fileOf, isSame, limits, readVersion } from '../../model/version/version-file.ts'
import type { OfficeFile } from '../../office/office.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import { type Stock, versionIn } from '../version/apply.ts'
import { listenToNews } from '../version/news.ts'
import type { Chosen, VersionStore } from '../version/store.ts'
import { fileReader } from './import-file.ts'
import { makeOfficeFile } from './office.ts'
import { privateFile, saveFile } from './save.ts'
import { cardOf, drawVersion, type Field, forget, wrote } from './view.ts'

interface Setting {
  /** The deck and its renderer. */
  readonly stock: Stock
  /** The stored version, or the one in this file. */
  readonly found: Chosen
  /** Where changes are stored. */
  readonly store: VersionStore
  /** Shows a message. */
  readonly say: (text: string) => void
  /** Gives the packed file as published, into which a version is saved. */
  readonly source: () => Promise<string>
  /** Announces the new place of a slide to screen readers. */
  readonly announce: (slide: string) => void
  /** Called with the new arrangement after every change. */
  readonly onChange: (arrangement: Arrangement) => void
}

/**
 * The version with the value of one field changed; `id` is the slide whose card contains the field.
 */
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
    case 'minutes': {
      const minutes = Number(value)
      // The field may be empty while somebody types, or hold more than is allowed.
      return minutes > 0 && minutes <= limits.minutes ? own({ minutes }) : version
    }
    default:
      return { ...version, cover: { ...version.cover, [name]: value } }
  }
}

/** After how long without an answer of the host a message appears, in milliseconds. */
const patience = 1500

/** How long typing must pause before the page shows the text, in milliseconds. */
const rest = 200

/**
 * Inserts pasted text into a field without the marks of lists; false leaves pasting to the browser.
 */
function pasteInto(target: EventTarget | null, text: string): boolean {
  const isArea = target instanceof HTMLTextAreaElement
  if (!isArea && !(target instanceof HTMLInputElement && target.type === 'text')) return false
  if (!target.name) return false
  const line =
    target.value
      .slice(0, target.selectionStart ?? 0)
      .split('\n')
      .at(-1) ?? ''
  const words = withoutMarks(text, line.trim() !== '')
  // Deprecated, but the only way that the browser's undo reverts.
  return document.execCommand('insertText', false, isArea ? words : words.replace(/\s*\n\s*/g, ' '))
}

/**
 * Keeps the focus on its element while `act` moves that; if the element becomes disabled, moves the
 * focus to a button beside it.
 */
function keepFocus(act: () => void): void {
  const { activeElement: focused } = document
  act()
  if (!(focused instanceof HTMLElement)) return
  const beside = focused
    .closest('.edit, .part-order li')
    ?.querySelector<HTMLElement>('button:not(:disabled)')
  const next = focused.matches(':disabled') ? beside : focused
  if (next?.isConnected && next !== document.activeElement) next.focus({ preventScroll: true })
}

/**
 * Starts the version editor on the review page: shows the version, and changes it by the panel's
 * and the cards' buttons and fields.
 */
export function versionEditor({
  stock,
  found,
  store,
  say,
  source,
  announce,
  onChange,
}: Setting): void {
  const { deck, show } = stock
  const runningOrder = runningOrderOf(deck)
  let version = versionIn(deck, found.version)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    clearTimeout(waiting)
    waiting = undefined
    const arrangement = arrange(runningOrder, fitted(version))
    const editing = {
      all: applyVersion(deck, version, 'all'),
      canMove: (id: string, by: -1 | 1) => canMove(arrangement, version, id, by),
    }
    show(document, { deck: applyVersion(deck, version), editing }, { deck })
    drawVersion(version, arrangement, deck.questions)
    onChange(arrangement)
  }
  const keep = () => store.keep(JSON.parse(fileOf(deck.id, version)), isSame(version, original))
  /**
   * Sets the version to what reading its file would give; returns a sentence for each part that is
   * lost by that.
   */
  const take = (next: Version): readonly string[] => {
    const reading = readVersion(JSON.parse(fileOf(deck.id, next)), deck.id, runningOrder)
    if ('refused' in reading) return [reading.refused]
    version = reading.version
    return reading.problems
  }
  const set = (next: Version) => {
    const [problem] = take(next)
    if (problem) say(problem)
    keep()
    keepFocus(draw)
  }
  /** Replaces the version and the text in all fields. */
  const replace = (next: Version) => {
    forget()
    set(next)
  }
  /** Shows and stores what was typed, once typing pauses or the page is left. */
  const settle = () => {
    if (waiting === undefined) return
    keep()
    keepFocus(draw)
  }
  const type = (next: Version) => {
    // Beside the field, a remark says what is not kept.
    take(next)
    clearTimeout(waiting)
    waiting = setTimeout(settle, rest)
  }
  addEventListener('pagehide', settle)
  let safe = version
  // A text in an old encoding is never stored: it stays in its field until somebody converts it to
  // Unicode.
  const isAtRisk = () =>
    (!store.works() && !isSame(version, safe)) ||
    [...document.querySelectorAll<Field>('.edit [name], .version-editor [name]')].some(
      ({ value }) => isGarbled(value),
    )
  addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault()
  })
  listenToNews((news) => {
    // Another window has changed the version: continue from there.
    if (news !== 'changed' || waiting !== undefined) return
    void store.find().then((now) => {
      version = versionIn(deck, now.version)
      keepFocus(draw)
    })
  })
  const read = fileReader(deck.id, runningOrder, (next, name) => {
    replace(next)
    safe = version
    say(`Đã mở bản riêng từ tệp “${name}”.`)
  })

  const add = (after: string) => {
    const { version: next, id } = addSlide(runningOrder, version, after)
    set(next)
    const added = document.getElementById(id)
    if (!added) return
    cardOf(added).scrollIntoView()
    cardOf(added).querySelector<HTMLElement>('[name="title"]')?.focus()
  }
  const move = (by: -1 | 1) => (id: string, button: HTMLElement) => {
    const { part } = button.dataset
    set(part ? movePart(runningOrder, version, part, by) : moveSlide(runningOrder, version, id, by))
    if (part) return
    button.closest('.card')?.scrollIntoView({ block: 'nearest' })
    announce(id)
  }
  let removing = ''
  const ask = (id: string) => {
    removing = id
    const name = version.own.find((one) => one.id === id)?.title ?? ''
    element('.which', openDialog('removing')).textContent = `“${name}”`
  }
  const save = async () => {
    settle()
    const late = setTimeout(() => say('Đang tải bộ trang chiếu để lưu bản riêng…'), patience)
    try {
      saveFile('ban-rieng.html', privateFile(await source(), stock, version), 'text/html')
      safe = version
      say('Đã lưu bản riêng ra tệp ban-rieng.html.')
    } catch {
      say('Chưa lưu được bản riêng. Bấm lại khi có mạng, hoặc bấm “Lưu thay đổi ra tệp”.')
    } finally {
      clearTimeout(late)
    }
  }
  const write = () => {
    settle()
    saveFile('ban-rieng.json', fileOf(deck.id, version), 'application/json')
    safe = version
    say('Đã lưu thay đổi ra tệp ban-rieng.json.')
  }
  const menu = element<HTMLDialogElement>('#printing')
  const office = async (file: OfficeFile) => {
    // Messages below an open dialog are not read out.
    menu.close()
    settle()
    const kind = file === 'outline' ? 'Word' : 'PowerPoint'
    say(`Đang tạo tệp ${kind}…`)
    const shown = applyVersion(deck, version)
    const pages = document.createElement('div')
    const outline = document.createElement('div')
    outline.dataset.shows = 'outline'
    pages.append(outline)
    show(pages, { deck: shown })
    try {
      const { title, description } = shown
      const isVersion = !isSame(version, original)
      const { bytes, name, type } = await makeOfficeFile(file, {
        title,
        description,
        outline,
        isVersion,
      })
      saveFile(name, bytes, type)
      say(`Đã tải về tệp ${name}.`)
    } catch {
      say(`Chưa tạo được tệp ${kind}. Tải lại trang này khi có mạng, rồi bấm lại.`)
    }
  }
  const file = element<HTMLInputElement>('.version-editor [type="file"]')
  const actions: Readonly<Record<string, (id: string, button: HTMLElement) => void>> = {
    up: move(-1),
    down: move(1),
    hide: (id) => set(toggleSlide(runningOrder, version, id)),
    remove: ask,
    add,
    save: () => void save(),
    write,
    read: () => file.click(),
    restore: () => openDialog('restoring'),
    // The buttons name files of the type.
    office: (_, { dataset }) => void office(dataset.file as OfficeFile),
  }

  const idOf = (target: Element): string =>
    target.closest('.card')?.querySelector('section')?.id ?? ''
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-do]')
    if (button) actions[button.dataset.do ?? '']?.(idOf(button), button)
  })
  document.addEventListener('input', ({ target }) => {
    // Every element with a name that emits `input` is a field.
    const field = target as Field
    const { name, value } = field
    if (!name) return
    const id = idOf(field)
    const next = isGarbled(value) ? version : changed(version, id, name, value)
    if (name === 'running') return set(next)
    type(next)
    wrote(field, version, id)
    if (isGarbled(value)) say(garbled)
  })
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? ''
    if (isGarbled(text)) {
      event.preventDefault()
      say(garbled)
    } else if (pasteInto(event.target, text)) event.preventDefault()
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void read(chosen, version)
    file.value = ''
  })
  const choice = (dialog: string, button: string, take: () => void, said: string) =>
    element(`${dialog} ${button}`).addEventListener('click', () => {
      element<HTMLDialogElement>(dialog).close()
      take()
      say(said)
    })
  choice('#restoring', '.restore', () => replace(original), 'Đã trả về bản gốc.')
  choice(
    '#removing',
    '.remove',
    () => set(removeSlide(runningOrder, version, removing)),
    'Đã xoá trang.',
  )
  choice('#differing', '.carried', () => replace(version), 'Đang dùng bản trong tệp.')
  choice(
    '#differing',
    '.kept',
    () => replace(versionIn(deck, found.other)),
    'Đang dùng bản trên máy.',
  )
  if (found.other !== undefined) openDialog('differing')
  element('.office', menu).hidden = false
  draw()
}
