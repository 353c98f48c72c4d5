import { indexOf, type RunningOrder } from '../../../model/deck/running-order.ts'
import type { Session } from '../../session/session.ts'
import type { Stage } from './reveal.ts'

/** Keeps reveal.js and the session on the same slide and step, whichever of them moved. */
export function followReveal({ slides, near }: Stage, session: Session): void {
  let runningOrder: RunningOrder | undefined
  const step = () => (slides.getIndices().f ?? -1) + 1
  let following = false
  const follow = () => {
    const { slide, step: wanted, screen } = session.view
    following = true
    const index = indexOf(session.runningOrder, slide)
    const moved = near.bring(index) || runningOrder !== session.runningOrder
    runningOrder = session.runningOrder
    if (moved || slides.getCurrentSlide().id !== slide) slides.slide(near.at(index), 0, wanted - 1)
    else if (step() !== wanted) slides.navigateFragment(wanted - 1)
    document.documentElement.dataset.screen = screen
    const covered = screen !== 'slide'
    if (slides.isPaused() !== covered) slides.togglePause(covered)
    following = false
  }
  // Takes over what reveal.js did by itself, such as after a swipe or a click on the black screen.
  const adopt = () => {
    if (following) return
    // While something stands instead of the slide, a swipe only brings it back.
    if (slides.isPaused()) session.show({ screen: 'slide' })
    else session.show({ slide: slides.getCurrentSlide().id, step: step(), screen: 'slide' })
  }
  follow()
  session.onChange(follow)
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'resumed']) {
    slides.on(event, adopt)
  }
}
