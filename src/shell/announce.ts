import type { Slides } from './reveal.ts'

/** Says «Trang 7 trên 21: Đột phá 3» to a screen reader, and not the whole slide. */
export function announceSlides(slides: Slides, status: HTMLElement): void {
  const say = () => {
    const all = slides.getSlides()
    const now = slides.getCurrentSlide()
    status.textContent = `Trang ${all.indexOf(now) + 1} trên ${all.length}: ${now.dataset.name}`
  }
  slides.on('slidechanged', say)
  slides.on('paused', () => {
    status.textContent = 'Đang tạm dừng, màn chiếu tối'
  })
  slides.on('resumed', say)
  say()
}
