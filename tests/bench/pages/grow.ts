import type { Deck } from '../../../src/model/deck/deck.ts'

/** The same deck with `total` slides: copies of its parts' slides, each with an id of its own, fill the parts. */
export function grown(deck: Deck, total: number): Deck {
  const within = deck.parts.reduce((sum, { slides }) => sum + slides.length, 0)
  let missing = total - within - 1 - (deck.opening?.length ?? 0) - deck.closing.length
  const copies = deck.parts.map((): Deck['parts'][number]['slides'][number][] => [])
  for (let lap = 2; missing > 0; lap += 1) {
    deck.parts.forEach(({ slides }, at) => {
      const again = slides
        .slice(0, missing)
        .map((slide) => ({ ...slide, id: `${slide.id}-${lap}` }))
      copies[at]?.push(...again)
      missing -= again.length
    })
  }
  const parts = deck.parts.map((part, at) => {
    const [first, ...rest] = part.slides
    return { ...part, slides: [first, ...rest, ...(copies[at] ?? [])] as const }
  })
  return { ...deck, parts }
}
