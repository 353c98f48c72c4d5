import { type OverviewEntry, type OverviewGroup, overviewOf } from '../../../model/deck/groups.ts'
import type { RunningOrder } from '../../../model/deck/running-order.ts'
import { commandOf } from '../../../model/talk/command.ts'
import type { Box } from '../../pointer/boxes.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { copyOf, element, make, textOf } from '../../ui/dom.ts'
import { pictureFrame, whenNear } from '../../ui/near.ts'

/** How far outside the window pictures are drawn already. */
const margin = '50% 0px'

/** The keys that choose a slide in the overview. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/**
 * The index of the box that an arrow key leads to from the box at `from`: the nearest one in that
 * direction, first along it, then across. Undefined if there is none.
 */
export function neighbourOf(
  boxes: readonly Box[],
  from: number,
  direction: Direction,
): number | undefined {
  const own = boxes[from]
  if (!own) return undefined
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight'
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1
  const along = (box: Box) => sign * (isAcross ? box.left - own.left : box.top - own.top)
  const across = (box: Box) => Math.abs(isAcross ? box.top - own.top : box.left - own.left)
  // Up and down stay in the column.
  const inColumn = (box: Box) => box.left < own.right && box.right > own.left
  let best: number | undefined
  boxes.forEach((box, index) => {
    if (along(box) < 1 || !(isAcross || inColumn(box))) return
    const found = best === undefined ? undefined : boxes[best]
    const nearer =
      !found ||
      along(box) < along(found) - 1 ||
      (along(box) < along(found) + 1 && across(box) < across(found))
    if (nearer) best = index
  })
  return best
}

const isDirection = (key: string): key is Direction => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** Whether a key is O, also where a Vietnamese input method makes another letter of it. */
const isToggle = (event: KeyboardEvent): boolean =>
  commandOf(event) === 'overview' || /^o/i.test(event.key.normalize('NFD'))

/** The numbers of a group's pages: «11–15», or «5» for one. */
const pagesOf = ({ entries }: OverviewGroup): string =>
  [...new Set([entries[0]?.number, entries.at(-1)?.number])].join('–')

/** «13. Đột phá 3: Thực hiện nhất quán…»; the name may be how the title begins. */
function labelOf({ number, slide: { name } }: OverviewEntry, slide: HTMLElement) {
  const title = textOf(element('.title', slide))
  return `${number}. ${title.startsWith(`${name} `) ? title.replace(name, `${name}:`) : title}`
}

/** A link to a slide, with an empty frame for its picture. */
function linkTo(slide: HTMLElement, label: string): HTMLAnchorElement {
  const name = make('span', { className: 'unseen' }, label)
  return make('a', { href: `#${slide.id}` }, name, pictureFrame())
}

/** A group under its bar: its name, the numbers of its pages and links to them. */
function drawGroup(group: OverviewGroup, links: readonly HTMLAnchorElement[]): HTMLElement {
  const head = make('p', {}, make('b', {}, group.name), ` ${pagesOf(group)}`)
  head.setAttribute('aria-hidden', 'true')
  const list = make('ol', {}, ...links.map((link) => make('li', {}, link)))
  const box = make('div', { className: `group ${group.kind}` }, head, list)
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', `${group.name}, trang ${pagesOf(group)}`)
  for (const place of ['column', 'span', 'row'] as const) {
    box.style.setProperty(`--${place}`, String(group[place]))
  }
  return box
}

/**
 * The overview: the rail unfolded, with all slides below their parts. Arrow keys choose a slide,
 * Enter or a click goes there, Escape returns. The links are drawn at the first opening, anew if
 * slides were added or taken away; their pictures at each, copied as they come near the window, so
 * that a long deck opens as fast as a short one. `sections` are the slides in running order. Returns
 * a function that opens it at a slide.
 */
export function slideOverview(
  deck: { readonly runningOrder: RunningOrder },
  sections: readonly HTMLElement[],
): (current: string) => void {
  const dialog = element<HTMLDialogElement>('#overview')
  const name = element('.chosen', dialog)
  const links: HTMLAnchorElement[] = []
  const pictures = whenNear(dialog, margin, (link) => {
    // Links and sections have the same order.
    const slide = sections[links.indexOf(link as HTMLAnchorElement)]
    if (slide) link.lastElementChild?.replaceChildren(copyOf(slide))
  })
  let drawn: RunningOrder | undefined
  const draw = (runningOrder: RunningOrder) => {
    drawn = runningOrder
    links.length = 0
    pictures.disconnect()
    const { groups, columns, rows } = overviewOf(runningOrder)
    const place = element('.groups', dialog)
    place.replaceChildren()
    for (const group of groups) {
      const own = group.entries.flatMap((entry) => {
        const slide = sections[entry.number - 1]
        return slide ? [linkTo(slide, labelOf(entry, slide))] : []
      })
      links.push(...own)
      place.append(drawGroup(group, own))
    }
    dialog.classList.toggle('columns', columns > 0)
    dialog.style.setProperty('--columns', String(columns))
    dialog.style.setProperty('--rows', String(rows))
  }
  const say = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('.groups a[href]') : null
    if (link) name.textContent = link.querySelector('.unseen')?.textContent ?? ''
  }
  dialog.addEventListener('focusin', say)
  dialog.addEventListener('pointerover', say)
  /** Moves the focus: left and right from part to part, or along the lower edge. */
  const move = (from: HTMLAnchorElement, key: Direction) => {
    const isEdge = (link: HTMLAnchorElement) => link.closest('.edge') !== null
    const isAcross = key === 'ArrowLeft' || key === 'ArrowRight'
    const choice = links.filter((link) => !isAcross || isEdge(link) === isEdge(from))
    const boxes = choice.map((link) => link.getBoundingClientRect())
    const at = choice.indexOf(from)
    choice[neighbourOf(boxes, at, key) ?? at]?.focus()
  }
  let typed = ''
  dialog.addEventListener('keydown', (event) => {
    // The key that opened it may come here: a link of a closed dialog can keep the focus for a while.
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    const { key } = event
    const from = links.find((link) => link === document.activeElement) ?? links[0]
    typed = /^\d$/.test(key) ? (typed + key).slice(-4) : ''
    if (isToggle(event)) dialog.close()
    else if (typed) links[Number(typed) - 1]?.focus()
    else if (key === 'Home') links[0]?.focus()
    else if (key === 'End') links.at(-1)?.focus()
    else if (from && isDirection(key)) move(from, key)
    else return
    event.preventDefault()
  })
  return (current) => {
    if (drawn !== deck.runningOrder) draw(deck.runningOrder)
    // Kept, they would all be laid out in the frame that opens the dialog.
    for (const link of links) link.lastElementChild?.replaceChildren()
    openDialog('overview')
    for (const link of links) pictures.observe(link)
    for (const group of dialog.querySelectorAll('.group')) group.removeAttribute('data-now')
    for (const link of links) {
      const isCurrent = link.hash === `#${current}`
      if (isCurrent) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
      if (!isCurrent) continue
      link.closest('.group')?.setAttribute('data-now', '')
      // With the name of its part, if there is room.
      link.closest('.group')?.scrollIntoView()
      link.focus()
    }
  }
}
