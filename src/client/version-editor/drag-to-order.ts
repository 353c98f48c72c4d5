import type { RunningOrder } from '../../model/deck/running-order.ts'
import { arrange } from '../../model/version/arrange.ts'
import { placePart, placeSlide, placesOf } from '../../model/version/edit-version.ts'
import { element } from '../ui/dom.ts'
import type { Draft } from './draft.ts'
import { type Draggable, listenToDrags } from './drag.ts'
import { cardOf, idOf } from './view.ts'

// By its id alone, for which a page is not searched. Every slide of an arrangement has a card.
const cardOfId = (id: string): HTMLElement => cardOf(document.getElementById(id) as HTMLElement)

/** Shows each card as one row while one is dragged; the page is as before if that is given up. */
function inRows(card: HTMLElement): Pick<Draggable, 'begin' | 'end'> {
  const { classList } = document.documentElement
  const { top } = card.getBoundingClientRect()
  return {
    begin: () => classList.add('ordering'),
    end(dropped) {
      classList.remove('ordering')
      if (dropped) return
      scrollBy({ top: card.getBoundingClientRect().top - top, behavior: 'instant' })
    },
  }
}

/**
 * Lets slides be dragged by their handles to where the buttons would move them, and parts in their
 * list. `announce` tells screen readers where a slide is now.
 */
export function dragToOrder(
  runningOrder: RunningOrder,
  draft: Draft,
  announce: (slide: string) => void,
): void {
  const part = (name: string): Draggable => {
    const rows = [...document.querySelectorAll<HTMLElement>('.part-order li')]
    const names = rows.map((row) => element('[data-part]', row).dataset.part ?? '')
    return {
      rows,
      from: names.indexOf(name),
      first: 0,
      last: rows.length,
      drop(place) {
        const before = names[place] ?? ''
        draft.edit((now) => placePart(runningOrder, now, name, before), { of: name })
      },
    }
  }
  const slide = (id: string): Draggable | undefined => {
    const arrangement = arrange(runningOrder, draft.version)
    const places = placesOf(arrangement, draft.version, id)
    if (!places) return undefined
    const ids = arrangement.all.map((info) => info.id)
    return {
      rows: ids.map(cardOfId),
      from: ids.indexOf(id),
      ...places,
      ...inRows(cardOfId(id)),
      drop(place) {
        const before = ids[place] ?? ''
        draft.edit((now) => placeSlide(runningOrder, now, id, before), { of: id })
        cardOfId(id).scrollIntoView()
        announce(id)
      },
    }
  }
  listenToDrags((handle) => {
    const { part: name } = handle.dataset
    return name === undefined ? slide(idOf(handle)) : part(name)
  })
}
