import { runningOrderOf } from '../../model/deck/deck.ts'
import { isGarbled } from '../../model/language/encoding.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import {
  addSlide,
  movePart,
  moveSlide,
  removeSlide,
  toggleSlide,
} from '../../model/version/edit-version.ts'
import { garbled, withoutMarks } from '../../model/version/own-text.ts'
import { original, type Version } from '../../model/version/version.ts'
import { fileOf, isSame } from '../../model/version/version-file.ts'
import type { OfficeFile } from '../../office/office.ts'
import { inTime } from '../browser/in-time.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import { unreadIn, versionIn } from '../version/apply.ts'
import { keepFromDrops } from '../version/dropped.ts'
import { type Draft, type DraftSetting, openDraft } from './draft.ts'
import { dragToOrder } from './drag-to-order.ts'
import { changed, type Field } from './fields.ts'
import { fileReader } from './import-file.ts'
import { makeOfficeFile } from './office.ts'
import { askedFor, privateFile, saveFile } from './save.ts'
import { listenToUndo } from './undo-keys.ts'
import { cardOf, idOf, wrote } from './view.ts'

interface Setting extends DraftSetting {
  /** Gives the packed file as published, into which a version is saved. */
  readonly source: () => Promise<string>
  /** Announces the new place of a slide to screen readers. */
  readonly announce: (slide: string) => void
}

/** After how long without an answer of the host a message appears, in milliseconds. */
const patience = 1500

/** How long what an Office file is made with may take to load, in milliseconds. */
const longPatience = 60_000

/**
 * Inserts pasted or dropped text into a field without the marks of lists; false leaves it to the
 * browser.
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

/** Makes an Office file of the deck with the draft, and saves it. */
async function saveOffice(
  file: OfficeFile,
  { version }: Draft,
  { stock: { deck, show, finishCards }, say }: DraftSetting,
): Promise<void> {
  const kind = file === 'outline' ? 'Word' : 'PowerPoint'
  say(`Đang tạo tệp ${kind}…`)
  const shown = applyVersion(deck, version)
  const pages = document.createElement('div')
  const outline = document.createElement('div')
  outline.dataset.shows = 'outline'
  pages.append(outline)
  show(pages, { deck: shown })
  finishCards()
  try {
    const { title, description } = shown
    const isVersion = !isSame(version, original)
    const making = { title, description, outline, isVersion }
    const made = await inTime(makeOfficeFile(file, making), longPatience)
    if (!made) throw new Error('The host sends no fonts to measure with.')
    const { bytes, name, type } = made
    saveFile(name, bytes, type)
    say(askedFor(name))
  } catch {
    say(`Chưa tạo được tệp ${kind}. Tải lại bằng Ctrl+R khi có mạng, rồi bấm lại.`)
  }
}

/**
 * Starts the version editor on the review page: shows the version, and changes it by the panel's
 * and the cards' buttons and fields.
 */
export function versionEditor({ source, announce, ...setting }: Setting): void {
  const { stock, found, say } = setting
  const { deck } = stock
  const runningOrder = runningOrderOf(deck)
  const draft = openDraft(setting)
  const read = fileReader(deck.id, runningOrder, (next, name) => {
    draft.replace(next, { origin: 'file' })
    draft.noteSaved()
    say(`Đã mở bản riêng từ tệp “${name}”.`)
  })

  const add = (after: string) => {
    const { id } = addSlide(runningOrder, draft.version, after)
    draft.edit((version) => addSlide(runningOrder, version, after).version, { of: id })
    const added = document.getElementById(id)
    if (!added) return
    cardOf(added).scrollIntoView()
    const title = cardOf(added).querySelector<HTMLInputElement>('[name="title"]')
    title?.focus()
    // What is typed replaces the title that every new slide has.
    title?.select()
  }
  const move = (by: -1 | 1) => (id: string, button: HTMLElement) => {
    const { part } = button.dataset
    draft.edit(
      (version) =>
        part ? movePart(runningOrder, version, part, by) : moveSlide(runningOrder, version, id, by),
      { of: part ?? id },
    )
    if (part) return
    button.closest('.card')?.scrollIntoView({ block: 'nearest' })
    announce(id)
  }
  const go = (way: 'undo' | 'redo') => {
    const gone = draft.go(way)
    if (!gone) return
    say(`${way === 'undo' ? 'Đã hoàn tác' : 'Đã làm lại'}: ${gone.words}.`)
    const slide = gone.of && document.getElementById(gone.of)
    if (slide) cardOf(slide).scrollIntoView({ block: 'nearest' })
  }
  const takeBack = (words: string) => {
    if (!draft.takeBack(words)) return
    say(`Đã bỏ thay đổi: ${words}.`)
  }
  let removing = ''
  const ask = (id: string) => {
    removing = id
    const name = draft.version.own.find((one) => one.id === id)?.title ?? ''
    element('.which', openDialog('removing')).textContent = `“${name}”`
  }
  const save = async () => {
    draft.settle()
    const late = setTimeout(() => say('Đang tải bộ trang chiếu để lưu bản riêng…'), patience)
    try {
      saveFile('ban-rieng.html', privateFile(await source(), stock, draft.version), 'text/html')
      draft.noteSaved()
      say(askedFor('ban-rieng.html'))
    } catch {
      say('Chưa lưu được bản riêng. Bấm lại khi có mạng, hoặc bấm “Lưu thay đổi ra tệp”.')
    } finally {
      clearTimeout(late)
    }
  }
  const write = () => {
    draft.settle()
    saveFile('ban-rieng.json', fileOf(deck.id, draft.version), 'application/json')
    draft.noteSaved()
    say(askedFor('ban-rieng.json'))
  }
  const menu = element<HTMLDialogElement>('#printing')
  const office = (file: OfficeFile) => {
    // Messages below an open dialog are not read out.
    menu.close()
    draft.settle()
    void saveOffice(file, draft, setting)
  }
  const file = element<HTMLInputElement>('.version-editor [type="file"]')
  const actions: Readonly<Record<string, (id: string, button: HTMLElement) => void>> = {
    up: move(-1),
    down: move(1),
    hide: (id) => draft.edit((version) => toggleSlide(runningOrder, version, id), { of: id }),
    remove: ask,
    add,
    save: () => void save(),
    write,
    read: () => file.click(),
    restore: () => openDialog('restoring'),
    // The buttons name files of the type.
    office: (_, { dataset }) => office(dataset.file as OfficeFile),
    'take-back': (_, { dataset }) => takeBack(dataset.row ?? ''),
    undo: () => go('undo'),
    redo: () => go('redo'),
  }

  element('.edit-version').addEventListener('click', draft.open)
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
    const edit = (version: Version) =>
      isGarbled(value) ? version : changed(version, id, name, value)
    if (name === 'running') return draft.edit(edit)
    draft.type(edit, `${name} ${id}`, { of: id })
    wrote(field, draft.version, id)
    if (isGarbled(value)) say(garbled)
  })
  dragToOrder(runningOrder, draft, announce)
  document.addEventListener('focusout', draft.endTyping)
  listenToUndo(go)
  document.addEventListener('beforeinput', (event) => {
    const { inputType, data, dataTransfer } = event
    if (inputType !== 'insertFromPaste' && inputType !== 'insertFromDrop') return
    const text = data ?? dataTransfer?.getData('text/plain') ?? ''
    if (isGarbled(text)) {
      event.preventDefault()
      say(garbled)
    } else if (pasteInto(event.target, text)) event.preventDefault()
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void read(chosen, draft.version)
    file.value = ''
  })
  keepFromDrops((dropped) => void read(dropped, draft.version))
  const choice = (dialog: string, button: string, take: () => void, said: string) =>
    element(`${dialog} ${button}`).addEventListener('click', () => {
      element<HTMLDialogElement>(dialog).close()
      take()
      say(said)
    })
  choice(
    '#restoring',
    '.restore',
    () => draft.replace(original, { origin: 'restored' }),
    'Đã trả về bản gốc.',
  )
  const erase = () => {
    draft.replace(original, { origin: 'restored' })
    draft.forgetPast()
  }
  choice('#restoring', '.erase', erase, 'Đã trả về bản gốc và xoá hẳn.')
  choice(
    '#removing',
    '.remove',
    () => draft.edit((version) => removeSlide(runningOrder, version, removing)),
    'Đã xoá trang.',
  )
  choice(
    '#differing',
    '.carried',
    () => draft.replace(draft.version, {}),
    'Đang dùng bản trong tệp.',
  )
  choice(
    '#differing',
    '.kept',
    () => draft.replace(versionIn(deck, found.other), { origin: 'machine' }),
    'Đang dùng bản trên máy.',
  )
  if (found.other !== undefined && !unreadIn(deck, found.other)?.isWhole) openDialog('differing')
  element('.office', menu).hidden = false
}
