import { groupsOf } from '../model/groups.ts'
import type { Outline, Stop } from '../model/position.ts'
import { arrange, coverLine, type OwnSlide, ownPrefix, type Version } from '../model/version.ts'
import { ownCopy, putInOrder, setOwnText } from './arrange.ts'
import { element } from './dom.ts'

const itemsIn = (text: ParentNode): HTMLElement[] => [
  ...text.querySelectorAll<HTMLElement>(`[data-of]:not([data-of^="${ownPrefix}"])`),
]

const groupOf = (item: Element): string =>
  item.closest<HTMLElement>('[data-group]')?.dataset.group ?? ''

/** The outline that an outline's page shows: who stands where, which is all that a version asks. */
export function stopsIn(text: ParentNode): Outline {
  const stops = itemsIn(text).map(
    (item): Stop => ({
      id: item.dataset.of ?? '',
      name: '',
      part: groupOf(item),
      minutes: 0,
      steps: 0,
    }),
  )
  // The cover is always there.
  return stops as unknown as Outline
}

/** An own slide as the build would render it: its title, its points, lettered if several. */
function ownItem({ id, title, points }: OwnSlide, inPart: boolean): HTMLElement {
  const item = ownCopy(document, inPart ? 'item' : 'apart')
  item.dataset.of = id
  element('h2, h3', item).textContent = title
  const lines = points.map((point) => {
    const line = document.createElement('p')
    line.textContent = point
    return line
  })
  if (lines.length < 2) {
    item.append(...lines)
    return item
  }
  const list = document.createElement('ol')
  list.type = 'a'
  for (const line of lines) list.appendChild(document.createElement('li')).append(line)
  item.append(list)
  return item
}

/** Shows a version on the page of the outline; its lists number themselves anew. */
export function applyToOutline(version: Version, text: HTMLElement): void {
  const { all, hidden } = arrange(stopsIn(text), version)
  const items = new Map(itemsIn(text).map((item) => [item.dataset.of, item]))
  for (const stop of all) {
    const own = version.own.find(({ id }) => id === stop.id)
    if (own) items.set(own.id, ownItem(own, stop.part !== ''))
    items.get(stop.id)?.toggleAttribute('hidden', hidden.has(stop.id))
  }
  const of = (stops: readonly Stop[]) => stops.flatMap(({ id }) => items.get(id) ?? [])
  const { opening, parts, closing } = groupsOf(all)
  const list = element('ol[type="I"]', text)
  const groups = parts.map(({ name, stops }) => {
    const group = element(`[data-group="${CSS.escape(name)}"]`, text)
    const own = of(stops)
    putInOrder(element('ol', group), own)
    group.hidden = own.every((item) => item.hidden)
    return group
  })
  putInOrder(list, groups)
  const [cover, ...before] = of(opening)
  list.before(...before)
  list.after(...of(closing))
  if (cover) setOwnText(document, cover, 'cover', coverLine(version.cover))
}
