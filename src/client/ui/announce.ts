import { indexOf, type Outline, stopAt } from '../../model/deck/running-order.ts'

/** Says «Trang 7 trên 21: Đột phá 3» to a screen reader, and not the whole slide. */
export function announceSlide(announcer: HTMLElement, outline: Outline, slide: string): void {
  const index = indexOf(outline, slide)
  announcer.textContent = `Trang ${index + 1} trên ${outline.length}: ${stopAt(outline, index).name}`
}
