import type { Position } from '../../model/deck/running-order.ts'
import { fetchLetters } from '../browser/fonts.ts'
import type { Session } from '../session/session.ts'
import { sayUnloaded } from '../ui/unloaded.ts'
import type { Stage } from './stage/reveal.ts'

/**
 * Has the deck follow the presenter, with a module that only the audience loads; `show` goes to a
 * position, `point` shows where the presenter points. If the module cannot be loaded, the page says so.
 */
export function joinAudience(
  session: Session,
  stage: Stage,
  show: (position: Position) => void,
  point: (value: unknown) => void,
): void {
  if (!import.meta.env.PACKED) {
    fetchLetters()
    import('../live/follow.ts').then(
      ({ follow }) =>
        follow(session, {
          show,
          point,
          prepare: async (received) =>
            (await import('./presenter-slides.ts')).prepareOwnSlides(received, session, stage),
        }),
      () => {
        const box = document.createElement('aside')
        box.className = 'live'
        document.body.append(box)
        sayUnloaded(box, 'Chưa theo được người trình bày')
      },
    )
  }
}
