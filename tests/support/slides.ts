import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck/deck.ts'
import type { Slide } from '../../src/model/deck/slide.ts'

/** Every slide of the deck that the tests run on, in running order. */
export const slides: readonly Slide[] = slidesOf(deck)

/** The id of its last slide. */
export const lastId = slides.at(-1)?.id ?? ''

/**
 * The number by which people reach a slide, counted from 1, in this deck or among the slides of a
 * version. Throws where no slide has the id.
 */
export function numberOf(id: string, among = slides): number {
  const at = among.findIndex((slide) => slide.id === id)
  if (at < 0) throw new Error(`No slide has the id ${id}.`)
  return at + 1
}

/** «Trang 3 trên 16», as screen readers hear where they are. */
export const spokenPlace = (id: string): string => `Trang ${numberOf(id)} trên ${slides.length}`
