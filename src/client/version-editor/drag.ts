import { autoScroll } from './auto-scroll.ts'

/** What a drag moves. Places count from 0, each directly before a row; the last is behind all. */
export interface Draggable {
  /** All rows in order. */
  readonly rows: readonly HTMLElement[]
  /** The index of the row that is moved. */
  readonly from: number
  /** The places where it may go, from the first to the last. */
  readonly first: number
  readonly last: number
  /** Arranges the page for dragging. */
  readonly begin?: () => void
  /** Arranges it as before; `dropped` unless the drag was given up. */
  readonly end?: (dropped: boolean) => void
  /** Moves the row to another place. */
  drop(place: number): void
}

/** How far a pointer moves before a press becomes a drag, in pixels. */
const slack = 5

/** The place nearest to a height in the window. */
function placeAt({ rows, first, last }: Draggable, y: number): number {
  const above = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return (top + bottom) / 2 < y
  })
  return Math.min(Math.max(above.length, first), last)
}

/** Shows where the row would go: a line before the row at a place, or behind the last one. */
function mark({ rows, from }: Draggable, place: number | undefined): void {
  // Beside the row itself nothing would move.
  const at = place === from || place === from + 1 ? undefined : place
  rows.forEach((row, index) => {
    row.classList.toggle('goes-before', index === at)
    row.classList.toggle('goes-behind', at === rows.length && index === at - 1)
  })
}

/** Drags a row from where its handle was pressed, until it is let go or Escape gives it up. */
function drag(handle: HTMLElement, press: PointerEvent, found: () => Draggable | undefined): void {
  let draggable: Draggable | undefined
  let { clientY } = press
  const rowIn = ({ rows, from }: Draggable) => rows[from]
  const show = () => draggable && mark(draggable, placeAt(draggable, clientY))
  const scroll = autoScroll(() => draggable?.rows ?? [], show)
  const begin = () => {
    draggable = found()
    if (!draggable) return end(false)
    const row = rowIn(draggable)
    draggable.begin?.()
    row?.classList.add('dragged')
    draggable.rows.forEach((one, at) => {
      const { first, last } = draggable as Draggable
      one.classList.toggle('closed', at < first || at >= last)
    })
    // The page may have been arranged anew: the row stays under the pointer.
    const { top, height } = row?.getBoundingClientRect() ?? { top: 0, height: 0 }
    if (draggable.begin) scrollBy({ top: top + height / 2 - clientY, behavior: 'instant' })
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    clientY = event.clientY
    const far = Math.hypot(event.clientX - press.clientX, clientY - press.clientY)
    if (!draggable && far > slack) begin()
    show()
    if (draggable) scroll.at(clientY)
  }
  const end = (drops: boolean) => {
    scroll.stop()
    for (const [name, listener] of listeners) removeEventListener(name, listener, true)
    if (!draggable) return
    const { rows, from } = draggable
    const place = placeAt(draggable, clientY)
    mark(draggable, undefined)
    for (const row of rows) row.classList.remove('closed', 'dragged')
    const dropped = drops && place !== from && place !== from + 1
    draggable.end?.(dropped)
    if (dropped) draggable.drop(place)
    draggable = undefined
  }
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  const listeners: readonly (readonly [string, EventListener])[] = [
    // Each is called with events of its name alone.
    ['pointermove', move as EventListener],
    ['pointerup', () => end(true)],
    ['pointercancel', () => end(false)],
    ['blur', (event) => event.target === window && end(false)],
    ['keydown', giveUp as EventListener],
  ]
  for (const [name, listener] of listeners) addEventListener(name, listener, true)
  handle.setPointerCapture(press.pointerId)
}

/**
 * Drags rows by their handles, `[data-drag]`, with a mouse, a pen or a finger; the handle alone, so
 * that a finger scrolls everywhere else.
 */
export function listenToDrags(find: (handle: HTMLElement) => Draggable | undefined): void {
  document.addEventListener('pointerdown', (event) => {
    const { target, button, isPrimary } = event
    const handle = target instanceof Element && target.closest<HTMLElement>('[data-drag]')
    if (!handle || button !== 0 || !isPrimary) return
    // Keeps a mouse from selecting text on its way.
    event.preventDefault()
    drag(handle, event, () => find(handle))
  })
}
