import { linesOf, markupOf } from '../../../src/client/outline/text.ts'
import { slidesIn } from '../../../src/client/ui/dom.ts'
import type { Deck } from '../../../src/model/deck/deck.ts'
import { numberIn } from '../../../src/model/deck/numbering.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import type { Version } from '../../../src/model/version/version.ts'
import { show } from '../../../src/render/in-page.tsx'

/** The pages that show a version. */
export type Name = 'index' | 'speaker' | 'review' | 'outline'

/** What a page shows, piece by piece, each by a name that says where it stands. */
type Seen = Readonly<Record<string, string>>

/** What says where the markup stands, and not what it is. */
const unseen = ['hidden']

/** The markup of what is not hidden. */
function markup(root: Element): string {
  const copy = root.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove()
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of unseen) one.removeAttribute(name)
    // In one order, whenever each was set.
    for (const { name, value } of [...one.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      one.removeAttribute(name)
      one.setAttribute(name, value)
    }
  }
  return copy.outerHTML
}

const isShown = (one: Element): boolean => !one.closest('[hidden]')

/** Where a page keeps its slides. */
const stockOf = (page: ParentNode): ParentNode =>
  page.querySelector<HTMLTemplateElement>('template.stock')?.content ?? page

/** The contents, row by row, under the part that each row stands in. */
const contents = (page: ParentNode): readonly string[] =>
  [...page.querySelectorAll('#contents tbody')].filter(isShown).flatMap((body) =>
    [...body.querySelectorAll('[data-row]')].filter(isShown).map((row) => {
      const cells = [...row.children].map((cell) => cell.textContent?.trim())
      const part = body.querySelector('.part')?.textContent ?? ''
      return [part, row.querySelector('a')?.getAttribute('href'), ...cells].join(' | ')
    }),
  )

const words = (place: Element | null): number => {
  const { words = 0, own = 0 } = (place as HTMLElement | null)?.dataset ?? {}
  return Number(words) + Number(own)
}

/** Its text but for the time that reading takes, which another part of the page fills in. */
function textOf(note: Element): string {
  const copy = note.cloneNode(true) as Element
  for (const time of copy.querySelectorAll('[data-words]')) time.remove()
  return copy.textContent ?? ''
}

/** What surrounds a slide on the page to read beforehand. */
const sheet = (one: Element): string =>
  [
    one.getAttribute('aria-label'),
    markup(one.querySelector('.where') as Element),
    ...[...one.querySelectorAll('.notes > *')].filter(isShown).map(textOf),
    words(one.querySelector('[data-words]')),
    one.querySelector('.sources')?.textContent,
  ].join(' | ')

const parts: Readonly<Record<Name, (page: ParentNode) => readonly (readonly [string, unknown])[]>> =
  {
    index: (page) => [['contents', contents(page).join('\n')]],
    speaker: (page) => [
      ['contents', contents(page).join('\n')],
      ...slidesIn(stockOf(page))
        .filter(isShown)
        .flatMap(({ id }) =>
          ['text', 'grounds'].map((name): [string, unknown] => [
            `${name} of ${id}`,
            page.querySelector(`.speaker-screen .${name} [data-slide="${id}"]`)?.innerHTML,
          ]),
        ),
    ],
    review: (page) => [
      ['contents', contents(page).join('\n')],
      ['sheets', [...page.querySelectorAll('.card')].filter(isShown).map(sheet).join('\n')],
      ['count', page.querySelector('.page-header .count')?.textContent],
      ['planned', page.querySelector('.page-header .planned')?.textContent],
      ['words', words(page.querySelector('.page-header [data-words]'))],
    ],
    outline: (page) => {
      const text = page.querySelector('.outline') as Element
      return [
        ['outline', markup(text)],
        ['copied as text', linesOf(text)],
        ['copied as HTML', markupOf(text)],
        ['misread', misread(markupOf(text), linesOf(text))],
      ]
    },
  }

/** What a page shows; of slides that are `equal` no more than that. */
function seen(name: Name, page: ParentNode, equal: ReadonlySet<string>): Seen {
  const slides = slidesIn(stockOf(page)).filter(isShown)
  return Object.fromEntries([
    ...parts[name](page),
    ['order', slides.map(({ id }) => id).join(' ')],
    ...slides.map((slide) => [slide.id, equal.has(slide.id) ? 'equal' : markup(slide)]),
  ])
}

/** What is wrong with copied HTML for a word processor, which numbers the paragraph of an item. */
function misread(html: string, lines: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const strange = [...body.querySelectorAll(':not(p, h1, ol, li, b, i)')]
  const items = [...body.querySelectorAll('li')].filter(
    (item) => item.firstElementChild?.localName !== 'p',
  )
  const read = [...body.querySelectorAll('p, h1')].map((line) => {
    const item = line.parentElement
    const list = item?.closest('ol')
    if (item?.localName !== 'li' || line !== item.firstElementChild || !list)
      return line.textContent
    const number = numberIn(list.type, [...list.children].indexOf(item) + 1)
    return `${number} ${line.textContent}`
  })
  return [
    ...strange.map(({ localName }) => `<${localName}>`),
    ...items.map(({ innerHTML }) => innerHTML),
    ...lines.split('\n').filter((line, at) => line !== read[at]?.replace(/\s+/g, ' ').trim()),
  ].join('\n')
}

/** Applies a version to this page as the client does: where one is made, with what makes it. */
function apply(name: Name, deck: Deck, version: Version): void {
  const editing = { all: applyVersion(deck, version, 'all'), canMove: () => true }
  const showing = { deck: applyVersion(deck, version), ...(name === 'review' && { editing }) }
  for (const part of new Set([document, stockOf(document)])) show(part, showing, { deck })
}

/** A version that a page shows otherwise than the build: the pieces that differ. */
export type Difference = Readonly<
  Record<string, readonly [applied: string | undefined, built: string | undefined]>
>

/** Slides of the page that equal those of the build, node by node: their markup need not be written. */
function equalSlides(built: ParentNode): ReadonlySet<string> {
  const theirs = new Map(slidesIn(stockOf(built)).map((slide) => [slide.id, slide]))
  const equal = slidesIn(stockOf(document)).filter((slide) => {
    const other = theirs.get(slide.id)
    return other && isShown(slide) && isShown(other) && slide.isEqualNode(other)
  })
  return new Set(equal.map(({ id }) => id))
}

/** Holds the page against the body that the build renders of a version. */
function differences(name: Name, body: string): Difference {
  const built = new DOMParser().parseFromString(body, 'text/html')
  const equal = equalSlides(built)
  const [one, other] = [seen(name, document, equal), seen(name, built, equal)]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    names
      .filter((name) => one[name] !== other[name] || (name === 'misread' && one[name]))
      .map((name) => [name, [one[name], other[name]] as const]),
  )
}

declare global {
  var applied: (name: Name, deck: Deck, version: Version, body: string) => Difference
  var compared: typeof differences
}
globalThis.applied = (name, deck, version, body) => {
  apply(name, deck, version)
  return differences(name, body)
}
globalThis.compared = differences
