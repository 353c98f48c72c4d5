import type { RunningOrder } from '../../model/deck/running-order.ts'
import { type Entry, type Hit, pageIn, search } from '../../model/language/search.ts'
import { openDialog } from './dialogs.ts'
import { element, textOf } from './dom.ts'

/** How many characters to show before the first match, and from its beginning on. */
const before = 30
const after = 90

/** The text around the first match, with the matches in it marked. */
function excerpt({ text, found }: Hit): Node[] {
  const first = found[0]?.from ?? 0
  const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1
  const cut = text.indexOf(' ', first + after)
  const to = Math.max(cut < 0 ? text.length : cut, found[0]?.to ?? 0)
  const nodes: Node[] = []
  let at = from
  for (const stretch of found) {
    // Outside the excerpt, or overlapping the match before.
    if (stretch.to > to || stretch.from < at) continue
    const mark = document.createElement('mark')
    mark.textContent = text.slice(stretch.from, stretch.to)
    nodes.push(document.createTextNode(text.slice(at, stretch.from)), mark)
    at = stretch.to
  }
  nodes.push(document.createTextNode(text.slice(at, to)))
  if (from > 0) nodes.unshift(document.createTextNode('… '))
  if (to < text.length) nodes.push(document.createTextNode(' …'))
  return nodes
}

/** A slide to search, and the elements outside it that belong to it on this page. */
interface Place {
  readonly slide: HTMLElement
  readonly words?: readonly Element[]
}

/**
 * What a question from the audience needs at once: what the source does not say, and the citation.
 */
function answerOf({ slide, words = [] }: Place): string {
  const texts = (selector: string) =>
    [slide, ...words].flatMap((part) => [...part.querySelectorAll(selector)].map(textOf))
  const counted = [...slide.querySelectorAll<HTMLElement>('[data-gap]')]
  const gaps = new Set([
    ...texts('.gap-list li'),
    ...counted.map(({ dataset }) => dataset.gap ?? ''),
  ])
  const silent = gaps.size > 0 && slide.dataset.layout !== 'gaps'
  return [silent && `Bài không nêu: ${[...gaps].join(', ')}.`, ...texts('.foot a')]
    .filter(Boolean)
    .join(' ')
}

/** Makes the search dialog work on the current slides, and returns a function that opens it. */
export function searchIn(
  pages: () => { runningOrder: RunningOrder; places: readonly Place[] },
): () => void {
  let runningOrder: RunningOrder | undefined
  let entries: readonly Entry[] = []
  const answers = new Map<string, string>()
  /**
   * Indexes the slides at the first search and after changes, so that loading does not wait for it.
   */
  const read = () => {
    const now = pages()
    if (now.runningOrder === runningOrder) return
    runningOrder = now.runningOrder
    entries = now.places.map(({ slide, words = [] }) => ({
      id: slide.id,
      text: [element('.main', slide), ...words].map(textOf).join(' '),
    }))
    for (const place of now.places) answers.set(place.slide.id, answerOf(place))
  }
  const input = element<HTMLInputElement>('#search input')
  const status = element('#search [role="status"]')
  const list = element('#search .hits')

  const row = (id: string, words: readonly Node[]) => {
    const index = runningOrder?.findIndex((slide) => slide.id === id) ?? -1
    const link = document.createElement('a')
    link.href = `#${id}`
    const name = document.createElement('b')
    name.textContent = `${index + 1}. ${runningOrder?.[index]?.name}`
    const text = document.createElement('span')
    text.append(...words)
    const answer = document.createElement('small')
    answer.textContent = answers.get(id) ?? ''
    link.append(name, text, answer)
    const item = document.createElement('li')
    item.append(link)
    return item
  }
  const answer = () => {
    const question = input.value.trim()
    const number = pageIn(question)
    const page = number === undefined ? undefined : runningOrder?.[number - 1]
    const hits = search(entries, question).filter(({ id }) => id !== page?.id)
    const rows = hits.map((hit) => row(hit.id, excerpt(hit)))
    list.replaceChildren(...(page ? [row(page.id, [])] : []), ...rows)
    const count = list.childElementCount
    if (!question) status.textContent = ''
    else status.textContent = count > 0 ? `${count} kết quả` : `Không tìm thấy ‘${question}’`
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
    openDialog('search')
    input.select()
    answer()
  }
}
