import type { RunningOrder } from '../../model/deck/running-order.ts'
import { type Index, indexOf, type Passage } from '../../model/search/index-of.ts'
import { type Found, type Hit, type Stretch, search } from '../../model/search/search.ts'
import { element, make, textOf } from '../ui/dom.ts'
import { isOverview, notedIn, shownOn } from './passages.ts'

/** How many hits to show: nobody reads more. */
const most = 50

/** How many characters to show before the first match, and from its beginning on. */
const before = 30
const after = 90

/** A text from one index to another, with the matches in it marked. */
function marked(
  text: string,
  found: readonly Stretch[] = [],
  from = 0,
  to = text.length,
): readonly (Node | string)[] {
  const seen = found.filter((stretch) => stretch.from >= from && stretch.to <= to)
  const ends = [from, ...seen.map((stretch) => stretch.to)]
  return [
    ...seen.flatMap((stretch, at) => [
      text.slice(ends[at], stretch.from),
      make('mark', {}, text.slice(stretch.from, stretch.to)),
    ]),
    text.slice(ends.at(-1), to),
  ]
}

/** The text around the first match. */
function excerpt({ kind, text, found }: Found): readonly (Node | string)[] {
  const first = found[0]?.from ?? 0
  const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1
  const cut = text.indexOf(' ', first + after)
  const to = Math.max(cut < 0 ? text.length : cut, found[0]?.to ?? 0)
  const label = kind === 'note' || kind === 'aside' ? 'Ghi chú: ' : ''
  return [
    label + (from > 0 ? '… ' : ''),
    ...marked(text, found, from, to),
    to < text.length ? ' …' : '',
  ]
}

/** A slide to search, and the elements outside it that belong to it on this page. */
export interface Place {
  readonly slide: HTMLElement
  readonly words?: readonly Element[]
}

/** A slide that can be found: what it says, the citation in its foot, and its number. */
interface Source {
  readonly passages: readonly Passage[]
  readonly cited: string
  readonly number: number
  /** Whether gaps are what it is about. */
  readonly isGaps: boolean
  readonly isOverview: boolean
}

const sourceOf = ({ slide, words = [] }: Place, at: number): Source => ({
  passages: [...shownOn(slide), ...words.flatMap(notedIn)],
  cited: [...slide.querySelectorAll('.foot a')].map(textOf).join(' '),
  number: at + 1,
  isGaps: slide.dataset.layout === 'gaps',
  isOverview: isOverview(slide),
})

/**
 * What a question from the audience needs at once: what the source does not say, and the citation.
 */
function answerOf(
  { passages, cited, isGaps }: Source,
  found: readonly Found[],
): readonly (Node | string)[] {
  const texts = passages.flatMap(({ kind, text }) => (kind === 'gap' && !isGaps ? text : []))
  const gaps = [...new Set(texts)].flatMap((text, at) => [
    at > 0 ? ', ' : 'Bài không nêu: ',
    ...marked(text, found.find((one) => one.kind === 'gap' && one.text === text)?.found),
  ])
  return [...gaps, gaps.length > 0 ? `. ${cited}` : cited]
}

/** What a window searches. */
export type Pages = () => { runningOrder: RunningOrder; places: readonly Place[] }

/** Makes the search dialog work, and returns what shows the answer when it is opened. */
export function searchDialog(pages: Pages): () => void {
  let runningOrder: RunningOrder | undefined
  let index: Index = indexOf([])
  const sources = new Map<string, Source>()
  /**
   * Indexes the slides at the first search and after changes, so that loading does not wait for it.
   */
  const read = () => {
    const now = pages()
    if (now.runningOrder === runningOrder) return
    runningOrder = now.runningOrder
    sources.clear()
    now.places.forEach((place, at) => {
      sources.set(place.slide.id, sourceOf(place, at))
    })
    index = indexOf(
      [...sources].map(([id, { passages, isOverview }]) => ({ id, passages, isOverview })),
    )
  }
  const input = element<HTMLInputElement>('#search input')
  const status = element('#search [role="status"]')
  const list = element('#search .hits')

  const row = ({ id, passages }: Hit): readonly Node[] => {
    const source = sources.get(id)
    if (!source) return []
    const title = source.passages.find(({ kind }) => kind === 'name')?.text ?? ''
    const inName = passages.find(({ kind, text }) => kind === 'name' && text === title)
    const texts = passages.filter(
      (passage) => passage !== inName && (passage.kind !== 'gap' || source.isGaps),
    )
    const link = make(
      'a',
      { href: `#${id}` },
      make('b', {}, `${source.number}. `, ...marked(title, inName?.found)),
      ...texts.map((passage) => make('span', {}, ...excerpt(passage))),
      make('small', {}, ...answerOf(source, passages)),
    )
    return [make('li', {}, link)]
  }
  const answer = () => {
    const question = input.value.trim()
    const hits = search(index, input.value)
    list.replaceChildren(...hits.slice(0, most).flatMap(row))
    const count = hits.length
    if (!question) status.textContent = ''
    else if (count > 0) status.textContent = `${count} kết quả`
    else {
      status.textContent = `Không tìm thấy “${question}”. Gõ ít từ hơn, bỏ dấu, hoặc gõ số trang.`
    }
  }
  input.addEventListener('input', answer)
  element('#search').addEventListener('keydown', (event) => {
    // The key chooses among the candidates of an input method.
    if (event.isComposing) return
    const links = [...list.querySelectorAll('a')]
    // `indexOf` returns -1 for an element that is not a link.
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    if (event.key === 'Enter' && document.activeElement === input) links[0]?.click()
    else if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus()
    else return
    event.preventDefault()
  })
  return () => {
    read()
    answer()
  }
}
