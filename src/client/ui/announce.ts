import { indexOf, type RunningOrder, slideAt, type View } from '../../model/deck/running-order.ts'
import { commands } from '../../model/talk/command.ts'

/** Announces «Trang 7 trên 21: Đột phá 3» to a screen reader, instead of the whole slide. */
export function announceSlide(
  announcer: HTMLElement,
  runningOrder: RunningOrder,
  slide: string,
): void {
  const index = indexOf(runningOrder, slide)
  announcer.textContent = `Trang ${index + 1} trên ${runningOrder.length}: ${slideAt(runningOrder, index).name}`
}

/** Announces a slide, or what stands on the screen instead of it. */
export function announceView(
  announcer: HTMLElement,
  runningOrder: RunningOrder,
  { slide, screen }: View,
): void {
  if (screen === 'slide') announceSlide(announcer, runningOrder, slide)
  else announcer.textContent = commands[screen].stands ?? ''
}
