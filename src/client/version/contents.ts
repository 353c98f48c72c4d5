import { groupsOf } from '../../model/deck/groups.ts'
import type { SlideInfo } from '../../model/deck/running-order.ts'
import { minutesInFigures } from '../../model/talk/duration.ts'
import { type Arrangement, ownPrefix } from '../../model/version/version.ts'
import { element } from '../ui/dom.ts'

/** Puts the rows of the contents in the order of an arrangement; a row of an own slide is a copy. */
export function setContents(page: ParentNode, { all, shown }: Arrangement): void {
  const table = page.querySelector('#contents table')
  if (!table) return
  const bodies = [...table.querySelectorAll('tbody')]
  const rows = new Map<string, HTMLElement>()
  for (const row of table.querySelectorAll<HTMLElement>('[data-row]')) {
    const { row: id = '' } = row.dataset
    if (id.startsWith(ownPrefix)) row.remove()
    else rows.set(id, row)
  }
  const pattern = rows.get(all[0].id)
  const rowOf = (info: SlideInfo): HTMLElement => {
    const { id, name, minutes } = info
    const row = rows.get(id) ?? (pattern?.cloneNode(true) as HTMLElement)
    const number = shown.indexOf(info) + 1
    row.dataset.row = id
    row.hidden = number === 0
    const link = element<HTMLAnchorElement>('a', row)
    link.setAttribute('href', `#${id}`)
    element('.number', link).textContent = String(number)
    if (!rows.has(id)) element('span:last-child', link).textContent = name
    const planned = row.querySelector('[data-planned]')
    if (planned) planned.textContent = minutesInFigures(minutes)
    return row
  }
  const { opening, parts, closing } = groupsOf(all)
  const last = bodies.at(-1)
  bodies[0]?.append(...opening.map(rowOf))
  for (const { name, slides } of parts) {
    const body = bodies.find((body) => body.querySelector('.part')?.textContent === name)
    body?.append(...slides.map(rowOf))
    // Parts in their order, the closing rows last.
    if (body) table.insertBefore(body, last ?? null)
  }
  last?.append(...closing.map(rowOf))
  for (const body of bodies) {
    body.hidden = body.querySelector('[data-row]:not([hidden])') === null
  }
}
