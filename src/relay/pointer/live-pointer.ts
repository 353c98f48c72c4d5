import { type PointerPost, pointerPostIn } from '../../model/talk/pointed.ts'
import type { RelayState } from '../state/relay-state.ts'
import { pointerPace, type Viewers } from '../viewers.ts'
import { paced } from './paced.ts'

/**
 * Sends viewers where the presenter points, here or at another relay. Nothing of it is kept: who joins
 * later is not told. Returns a function that takes a presenter's post, however many come; false if
 * another presenter has taken over.
 */
export function livePointer(
  { presentation, passing }: Pick<RelayState, 'presentation' | 'passing'>,
  viewers: Pick<Viewers, 'point'>,
): (post: PointerPost) => boolean {
  const isHeld = ({ lease }: PointerPost) => lease === presentation.current()?.lease
  /** A place on a slide that viewers do not see would show something else than was pointed at. */
  const isShown = ({ slide }: PointerPost) => {
    const now = presentation.current()
    return now?.slide === slide && now.screen === 'slide'
  }
  const show = ({ slide, at }: PointerPost) => viewers.point(JSON.stringify({ slide, at }))
  const send = paced<PointerPost>(pointerPace, (post) => {
    show(post)
    passing.tell(post)
  })
  passing.hear((value) => {
    const post = pointerPostIn(value)
    if (post && isHeld(post) && isShown(post)) show(post)
  })
  return (post) => {
    if (!isHeld(post)) return false
    if (isShown(post)) send(post)
    return true
  }
}
