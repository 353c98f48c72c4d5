import type { Deck } from '../../src/model/deck/deck.ts'
import type { Slide } from '../../src/model/deck/slide.ts'

/** A copy of a slide with an id of its own. */
const again = (slide: Slide, lap: number): Slide => ({ ...slide, id: `${slide.id}-${lap}` })

/** The same deck with `total` slides: copies of its parts' slides fill the parts. */
export function grown(deck: Deck, total: number): Deck {
  const within = deck.parts.reduce((sum, { slides }) => sum + slides.length, 0)
  const around = 1 + (deck.opening?.length ?? 0) + deck.closing.length
  let missing = total - around - within
  const longer = deck.parts.map(({ slides }) => [...slides])
  for (let lap = 2; missing > 0; lap += 1) {
    deck.parts.forEach(({ slides }, at) => {
      for (const slide of slides) {
        if (missing <= 0) return
        longer[at]?.push(again(slide, lap))
        missing -= 1
      }
    })
  }
  const parts = deck.parts.map((part, at) => {
    const [first, ...rest] = longer[at] ?? []
    return { ...part, slides: [first ?? part.slides[0], ...rest] as const }
  })
  return { ...deck, parts }
}
