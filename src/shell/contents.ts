import type { Arrangement } from '../model/version.ts'
import { element } from './dom.ts'

/** Puts the rows of the contents in the order of an arrangement; a row of an own slide is a copy. */
export function setContents(page: ParentNode, { all, shown }: Arrangement): void {
  const table = page.querySelector('#contents table')
  if (!table) return
  const bodies = [...table.querySelectorAll('tbody')]
  const rows = new Map<string, HTMLElement>()
  for (const row of table.querySelectorAll<HTMLElement>('[data-row]')) {
    const { row: id = '' } = row.dataset
    if (id.startsWith('rieng-')) row.remove()
    else rows.set(id, row)
  }
  const first = all.findIndex(({ part }) => part)
  const pattern = rows.get(all[0].id)
  all.forEach((stop, at) => {
    const { id, part, name } = stop
    const body = part
      ? bodies.find((body) => body.querySelector('.part')?.textContent === part)
      : bodies.at(at < first ? 0 : -1)
    const row = rows.get(id) ?? (pattern?.cloneNode(true) as HTMLElement)
    const number = shown.indexOf(stop) + 1
    row.dataset.row = id
    row.hidden = number === 0
    const link = element<HTMLAnchorElement>('a', row)
    link.setAttribute('href', `#${id}`)
    element('.number', link).textContent = String(number)
    if (!rows.has(id)) element('span:last-child', link).textContent = name
    body?.append(row)
    // Parts in the order of their slides, the closing rows last.
    if (body && part) table.insertBefore(body, bodies.at(-1) ?? null)
  })
  for (const body of bodies) {
    body.hidden = body.querySelector('[data-row]:not([hidden])') === null
  }
}
