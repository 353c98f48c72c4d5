import { runningOrderOf } from '../../model/deck/deck.ts'
import { ownSlidesIn, withOwnSlides } from '../../model/talk/own-slides.ts'
import type { Session } from '../session/session.ts'
import { element } from '../ui/dom.ts'
import { openStock } from '../version/stock.ts'
import { isRead, unhide } from './narrow.ts'
import type { Stage } from './stage/reveal.ts'

/** Leaves a slide that the deck is about to lose, for the one before it. */
function leaveLost(session: Session, kept: (slide: string) => boolean): void {
  const ids = session.runningOrder.map(({ id }) => id)
  const before = ids.slice(0, ids.indexOf(session.view.slide) + 1).findLast(kept)
  if (before !== undefined && before !== session.view.slide)
    session.show({ slide: before, step: 0 })
}

/** Empties the dialogs that show slides by copies; each is filled again when it is opened. */
function emptyCopies(): void {
  for (const [id, list] of [
    ['overview', '.groups'],
    ['search', '.hits'],
  ] as const) {
    const dialog = element<HTMLDialogElement>(`#${id}`)
    dialog.close()
    element(list, dialog).replaceChildren()
  }
}

/**
 * Prepares a follower's page for the presenter's own slides as they were received, or for none of
 * them. Nothing is stored, and a private version on this machine is neither read nor changed. Resolves
 * with a function that puts them into the page, or with undefined if this deck cannot show them.
 */
export async function prepareOwnSlides(
  received: unknown,
  session: Session,
  stage: Stage,
): Promise<(() => void) | undefined> {
  const { deck, show } = await openStock()
  const isNone = received === undefined
  const own = isNone ? undefined : ownSlidesIn(runningOrderOf(deck), received)
  if (!own && !isNone) return undefined
  const shown = own ? withOwnSlides(deck, own) : deck
  return () => {
    const runningOrder = runningOrderOf(shown)
    leaveLost(session, (slide) => runningOrder.some(({ id }) => id === slide))
    stage.renew(() => show(document, { deck: shown }, { deck }))
    emptyCopies()
    session.renew(runningOrder)
    // reveal.js has hidden the slides that came.
    if (isRead()) unhide(stage.sections)
  }
}
