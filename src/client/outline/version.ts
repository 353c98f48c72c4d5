import { groupsOf } from '../../model/deck/groups.ts'
import type { RunningOrder, SlideInfo } from '../../model/deck/running-order.ts'
import { fitted } from '../../model/version/fit.ts'
import {
  arrange,
  coverLine,
  type OwnSlide,
  ownPrefix,
  type Version,
} from '../../model/version/version.ts'
import { element } from '../ui/dom.ts'
import { ownCopy, putInOrder, setOwnText } from '../version/apply.ts'

const itemsIn = (text: ParentNode): HTMLElement[] => [
  ...text.querySelectorAll<HTMLElement>('[data-of]'),
]

/**
 * The deck's own outline, which the build wrote into the page: what the page shows does not tell
 * how long a slide takes, nor which ones the short running order leaves out.
 */
export const stopsIn = (text: HTMLElement): RunningOrder =>
  // What stands there was written by the build.
  JSON.parse(text.dataset.runningOrder ?? '') as RunningOrder

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
export function applyToOutline(made: Version, text: HTMLElement): void {
  const version = fitted(made)
  const { shown } = arrange(stopsIn(text), version)
  const items = new Map<string, HTMLElement>()
  for (const item of itemsIn(text)) {
    const { of = '' } = item.dataset
    // Those of a version shown before.
    if (of.startsWith(ownPrefix)) item.remove()
    else items.set(of, item)
    item.hidden = !shown.some(({ id }) => id === of)
  }
  for (const { id, part } of shown) {
    const own = version.own.find((slide) => slide.id === id)
    if (own) items.set(id, ownItem(own, part !== ''))
  }
  const of = (slides: readonly SlideInfo[]) => slides.flatMap(({ id }) => items.get(id) ?? [])
  // As the build does: a part of which nothing is shown is none. What is hidden stays behind.
  const { opening, parts, closing } = groupsOf(shown)
  const list = element('ol[type="I"]', text)
  for (const group of list.children) group.toggleAttribute('hidden', true)
  const groups = parts.map(({ name, slides }) => {
    const group = element(`[data-group="${CSS.escape(name)}"]`, text)
    putInOrder(element('ol', group), of(slides))
    group.hidden = false
    return group
  })
  putInOrder(list, groups)
  const [cover, ...before] = of(opening)
  list.before(...before)
  list.after(...of(closing))
  if (cover) setOwnText(document, cover, 'cover', coverLine(version.cover))
}
