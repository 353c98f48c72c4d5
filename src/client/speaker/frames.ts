import {
  forward,
  indexOf,
  type Position,
  type RunningOrder,
  slideAt,
} from '../../model/deck/running-order.ts'
import { stepInWords } from '../ui/announce.ts'
import { copyOf, element } from '../ui/dom.ts'

/**
 * Shows the first `step` fragments of a slide, and marks the one that the next key press will show.
 */
function setStep(slide: ParentNode, step: number): void {
  slide.querySelectorAll('.fragment').forEach((fragment, index) => {
    fragment.classList.toggle('visible', index < step)
    fragment.classList.toggle('upcoming', index === step)
  })
}

/**
 * Shows the current slide and the next one as the audience sees them, or would see them: `own` is
 * true where only this screen shows them. `viewed` are the slides as viewers of a relay have them: a
 * version that hides slides has other numbers, and a speaker who says one has to say theirs.
 */
export function slideFrames(
  runningOrder: RunningOrder,
  slides: readonly HTMLElement[],
  viewed: RunningOrder = runningOrder,
): (position: Position, own: boolean) => void {
  const present = element('.present .frame')
  const coming = element('.coming .frame')
  const put = (frame: HTMLElement, index: number) => {
    const slide = slides[index]
    if (frame.dataset.shown === slide?.id) return
    frame.dataset.shown = slide?.id ?? ''
    frame.replaceChildren(...(slide ? [copyOf(slide)] : []))
  }
  return (position, own) => {
    const { slide, step } = position
    const index = indexOf(runningOrder, slide)
    const { name, part, steps } = slideAt(runningOrder, index)
    put(present, index)
    put(coming, index + 1)
    setStep(present, step)
    // The next slide appears with none of its fragments.
    setStep(coming, 0)
    const where = `${own ? 'Xem riêng trang' : 'Trang'} ${index + 1}/${runningOrder.length}`
    const theirs = viewed.findIndex(({ id }) => id === slide)
    const there = theirs >= 0 && theirs !== index && `điểm cầu thấy trang ${theirs + 1}`
    const bits = [where, there, stepInWords(step, steps), part].filter(Boolean)
    element('.present h2').textContent = `${bits.join(' · ')}: ${name}`
    const after = runningOrder[index + 1]
    element('.coming h2').textContent = after
      ? `Trang ${own ? 'sau' : 'sắp chiếu'}: ${after.name}`
      : 'Đây là trang cuối'
    const next = forward(runningOrder, position)
    element('.coming').classList.toggle('soon', next.slide !== slide)
  }
}
