import type { RunningOrder, SlideInfo } from '../../model/deck/running-order.ts'
import { fitted } from '../../model/version/fit.ts'
import {
  type Arrangement,
  arrange,
  coverLine,
  noteOf,
  type OwnSlide,
  ownPrefix,
  type Version,
} from '../../model/version/version.ts'
import { element, runningOrderIn, setText, slidesIn } from '../ui/dom.ts'
import { setContents } from './contents.ts'
import { setRail } from './rail.ts'

/** What a speaker may add, and what they add it with. */
type Own = 'slide' | 'card' | 'item' | 'apart' | 'note' | 'cover' | 'edit' | 'edit-own' | 'part'

/** Markup that the build rendered for what a speaker may add. */
export function ownCopy(page: ParentNode, kind: Own): HTMLElement {
  const template = element<HTMLTemplateElement>(`template[data-own="${kind}"]`, page)
  const copy = template.content.firstElementChild?.cloneNode(true)
  if (!copy) throw new Error(`The template ${kind} is empty.`)
  // Whatever was rendered there is HTML.
  return copy as HTMLElement
}

/** What a slide stands in on its page: its card, or itself. */
export const unitOf = (slide: HTMLElement): HTMLElement =>
  slide.closest<HTMLElement>('.card') ?? slide

/** Puts the speaker's own words into their place, marked as theirs, or takes them away. */
export function setOwnText(
  page: ParentNode,
  home: Element,
  kind: 'note' | 'cover',
  text: string,
): void {
  home.querySelector(`.own-${kind}`)?.remove()
  if (!text) return
  const copy = ownCopy(page, kind)
  element('.own-text', copy).textContent = text
  home.insertBefore(copy, home.querySelector('.minutes, .silence'))
}

/** Fills the markup that was rendered for an own slide; what is the same already is left alone. */
function fillOwn(unit: HTMLElement, { id, title, points }: OwnSlide): void {
  const slide = unit.matches('section') ? unit : element('section', unit)
  const list = element('.rows', slide)
  const before = [...list.children].map((row) => row.textContent)
  slide.id = id
  slide.dataset.name = title
  setText(element('.title', slide), title)
  if (before.join('\n') === points.join('\n')) return
  const rows = points.map((point) => {
    const row = slide.ownerDocument.createElement('li')
    row.textContent = point
    return row
  })
  list.replaceChildren(...rows)
}

/** The links of the programme lead to what is shown of their parts, in its order, or are gone. */
function setLinks(slide: HTMLElement, shown: RunningOrder): void {
  for (const list of slide.querySelectorAll('.parts')) {
    const items = [...list.querySelectorAll<HTMLElement>('[data-part]')]
    const firstOf = (item: HTMLElement) => shown.findIndex(({ part }) => part === item.dataset.part)
    for (const item of items) {
      const first = shown[firstOf(item)]
      item.hidden = !first
      if (first) element('a', item).setAttribute('href', `#${first.id}`)
    }
    putInOrder(
      list,
      items.sort((a, b) => firstOf(a) - firstOf(b)),
    )
  }
}

/** Puts the last children of a node in order, moving only those that do not stand right. */
export function putInOrder(home: Node, children: readonly Node[]): void {
  let after: Node | null = null
  for (const child of [...children].reverse()) {
    if (child.parentNode !== home || child.nextSibling !== after) home.insertBefore(child, after)
    after = child
  }
}

/** The speaker's screen keeps words for each slide apart from it. */
function setWords(page: ParentNode, version: Version): void {
  for (const list of page.querySelectorAll('.speaker-screen .text, .speaker-screen .sources')) {
    for (const words of list.querySelectorAll(`[data-slide^="${ownPrefix}"]`)) words.remove()
    for (const { id } of version.own) {
      const words = list.ownerDocument.createElement('div')
      words.dataset.slide = id
      words.hidden = true
      list.append(words)
    }
  }
  for (const words of page.querySelectorAll<HTMLElement>('.speaker-screen .text [data-slide]')) {
    setOwnText(page, words, 'note', noteOf(version, words.dataset.slide ?? ''))
  }
}

/** The slides that the build rendered, in its order, whatever version has moved them since. */
function renderedSlides(stock: ParentNode): readonly HTMLElement[] {
  const slides = slidesIn(stock).filter(({ dataset }) => dataset.layout !== 'local')
  slides.forEach(({ dataset }, at) => {
    dataset.at ??= String(at)
  })
  return slides.sort((a, b) => Number(a.dataset.at) - Number(b.dataset.at))
}

/** The deck's own running order, as it is without any version. */
export const fullRunningOrder = (stock: ParentNode): RunningOrder =>
  runningOrderIn(renderedSlides(stock))

/**
 * Applies a version to a rendered page, from wherever the page stands: slides are moved and hidden,
 * own ones and notes fill templates, as text. `stock` holds the slides, `page` all else.
 */
export function applyToPage(made: Version, stock: ParentNode, page: ParentNode): Arrangement {
  const version = fitted(made)
  const rendered = renderedSlides(stock)
  const arrangement = arrange(runningOrderIn(rendered), version)
  const { all, shown, hidden } = arrangement
  const inCards = rendered[0]?.closest('.card') != null
  const units = new Map(slidesIn(stock).map((slide) => [slide.id, unitOf(slide)]))
  const stay = new Set(all.map(({ id }) => id))
  for (const [id, unit] of units) if (!stay.has(id)) unit.remove()
  for (const own of version.own) {
    // The one that is there stays: somebody may be writing in it.
    const unit = units.get(own.id) ?? ownCopy(page, inCards ? 'card' : 'slide')
    fillOwn(unit, own)
    units.set(own.id, unit)
  }
  const ordered = all.flatMap(({ id }) => units.get(id) ?? [])
  for (const { id } of all) units.get(id)?.toggleAttribute('hidden', hidden.has(id))
  const home = ordered[0]?.parentNode
  if (home) putInOrder(home, ordered)

  for (const slide of slidesIn(stock)) {
    const at = shown.findIndex(({ id }) => id === slide.id)
    if (at >= 0) place(slide, shown, at)
    setLinks(slide, shown)
    if (slide.dataset.layout === 'cover') {
      setOwnText(page, element('.main', slide), 'cover', coverLine(version.cover))
    }
    const notes = unitOf(slide).querySelector('.notes')
    if (notes) setOwnText(page, notes, 'note', noteOf(version, slide.id))
  }
  setWords(page, version)
  setContents(page, arrangement)
  return arrangement
}

/** The heading of a slide nests as the build nests it: a part's first slide above its others. */
function setLevel(slide: HTMLElement, level: 'h1' | 'h2' | 'h3'): void {
  const title = element('.title', slide)
  if (title.localName === level) return
  const heading = slide.ownerDocument.createElement(level)
  heading.className = title.className
  heading.append(...title.childNodes)
  title.replaceWith(heading)
}

/** Tells a slide where it stands: number, part, heading, rail. */
function place(slide: HTMLElement, shown: RunningOrder, at: number): void {
  const { part } = shown[at] as SlideInfo
  if (part) slide.dataset.part = part
  else delete slide.dataset.part
  const inside = part && shown[at - 1]?.part === part
  setLevel(slide, at === 0 ? 'h1' : inside ? 'h3' : 'h2')
  element('.folio', slide).textContent = String(at + 1)
  setRail(slide, shown, at)
}
