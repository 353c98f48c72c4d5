import { indexOf, type RunningOrder, slideAt } from '../../model/deck/running-order.ts'
import { commands } from '../../model/talk/command.ts'
import type { View } from '../../model/talk/view.ts'

/** «Trang 7 trên 21: Đột phá 3», for a screen reader. */
export function slideInWords(runningOrder: RunningOrder, slide: string): string {
  const index = indexOf(runningOrder, slide)
  return `Trang ${index + 1} trên ${runningOrder.length}: ${slideAt(runningOrder, index).name}`
}

/** How far a slide is: «còn 2 bước», «đã hiện hết»; nothing of one that is shown at once. */
export const stepInWords = (step: number, steps: number): string =>
  steps === 0 ? '' : step < steps ? `còn ${steps - step} bước` : 'đã hiện hết'

/** What a screen shows, for a screen reader: the slide, or what stands there instead. */
export const viewInWords = (runningOrder: RunningOrder, { slide, screen }: View): string =>
  (screen !== 'slide' && commands[screen].stands) || slideInWords(runningOrder, slide)

/** Announces a slide to a screen reader, instead of having it read the whole slide. */
export function announceSlide(
  announcer: HTMLElement,
  runningOrder: RunningOrder,
  slide: string,
): void {
  announcer.textContent = slideInWords(runningOrder, slide)
}

/** Announces a slide, or what stands on the screen instead of it. */
export function announceView(announcer: HTMLElement, runningOrder: RunningOrder, view: View): void {
  announcer.textContent = viewInWords(runningOrder, view)
}
