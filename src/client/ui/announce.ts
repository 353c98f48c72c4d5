import { indexOf, type RunningOrder, slideAt } from '../../model/deck/running-order.ts'

/** Announces «Trang 7 trên 21: Đột phá 3» to a screen reader, instead of the whole slide. */
export function announceSlide(
  announcer: HTMLElement,
  runningOrder: RunningOrder,
  slide: string,
): void {
  const index = indexOf(runningOrder, slide)
  announcer.textContent = `Trang ${index + 1} trên ${runningOrder.length}: ${slideAt(runningOrder, index).name}`
}
