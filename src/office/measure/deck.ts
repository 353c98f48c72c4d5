import {
  type Colour,
  colourRoles,
  type DeckPicture,
  type NoteLine,
  type Palette,
} from '../picture.ts'
import { measureSlide } from './slide.ts'
import { colourOf, styleOf } from './style.ts'

const wordsOf = (element: Element): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim().normalize('NFC')

/**
 * The notes of a card of the review page: what is said, with a mark where a key press belongs, then
 * reminders, then what the source does not say and where it says the rest.
 */
function notesIn(card: Element): readonly NoteLine[] {
  const said: NoteLine[] = []
  const reminders: NoteLine[] = []
  let step = 0
  for (const note of card.querySelectorAll<HTMLElement>('.notes > p:not(.label, .minutes)')) {
    const pressed = Number(note.dataset.step ?? step)
    const press = pressed > step ? '[Bấm] ' : ''
    step = pressed
    if (note.matches('.aside')) reminders.push({ label: 'Nhắc', text: wordsOf(note) })
    else said.push({ text: press + wordsOf(note) })
  }
  const own = [...card.querySelectorAll('.own-note .own-text')].flatMap((note) =>
    (note.textContent ?? '')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => ({ label: 'Phần của báo cáo viên', text: line.trim().normalize('NFC') })),
  )
  const list = card.querySelector('.sources .gap-list')
  const gaps = [...(list?.children ?? [])].map(wordsOf)
  const labelOf = (element: Element | null) => wordsOf(element?.previousElementSibling ?? card)
  const grounds = [...card.querySelectorAll('.sources dl > div')].map((row) => ({
    label: `${labelOf(row.parentElement)}, ${wordsOf(row.querySelector('dt') ?? row)}`,
    text: `${[...row.querySelectorAll('dd')].map(wordsOf).join('; ')}.`,
  }))
  return [
    ...said,
    ...own,
    ...reminders,
    ...(gaps.length > 0 ? [{ label: labelOf(list), text: `${gaps.join('; ')}.` }] : []),
    ...grounds,
  ]
}

/** The colours of the theme's roles as they are on the stage. */
function coloursOn(stage: HTMLElement): Palette {
  const probe = stage.ownerDocument.createElement('div')
  stage.append(probe)
  const entries = colourRoles.map((role): readonly [string, Colour] => {
    probe.style.color = `var(--color-${role})`
    return [role, colourOf(styleOf(probe).color)]
  })
  probe.remove()
  // Every role is in the list.
  return Object.fromEntries(entries) as Palette
}

/**
 * Measures the slides of the review page's cards in the scheme of the stage's document. They are
 * copied to `stage`, an element of a window of 1280 by 720 px that has the deck's style and no other
 * content. Fonts are waited for.
 */
export async function measureDeck(cards: ParentNode, stage: HTMLElement): Promise<DeckPicture> {
  const { documentElement: root, fonts } = stage.ownerDocument
  const all = [...cards.querySelectorAll<HTMLElement>('.card')].flatMap((card) => {
    const section = card.querySelector('section')
    return section ? [{ card, copy: stage.ownerDocument.importNode(section, true) }] : []
  })
  // All lie in the corner of the window, so that places there are places on the slide.
  for (const { copy } of all) {
    Object.assign(copy.style, { position: 'fixed', inset: '0 auto auto 0', margin: '0' })
    stage.append(copy)
  }
  // Asks for the fonts, which load only once something is laid out with them.
  void stage.offsetHeight
  await fonts.ready
  const slides = all.map(({ card, copy }) => ({
    ...measureSlide(copy),
    hidden: Boolean(card.hidden),
    notes: notesIn(card),
  }))
  const colours = coloursOn(stage)
  const [scheme, other] = root.dataset.scheme === 'dark' ? ['dark', 'light'] : ['light', 'dark']
  root.dataset.scheme = other
  const otherAccent = coloursOn(stage).accent
  root.dataset.scheme = scheme
  for (const { copy } of all) copy.remove()
  return { slides, colours, otherAccent }
}
