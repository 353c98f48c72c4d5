import type { SlideInfo } from './running-order.ts'

/** A running order by its parts; what opens and what closes a deck is in none. */
export interface Groups {
  readonly opening: readonly SlideInfo[]
  readonly parts: readonly { readonly name: string; readonly slides: readonly SlideInfo[] }[]
  readonly closing: readonly SlideInfo[]
}

/** Groups the slides of a running order; where no part is left, the cover alone opens it. */
export function groupsOf(slides: readonly SlideInfo[]): Groups {
  const first = slides.findIndex(({ part }) => part)
  const start = first < 0 ? 1 : first
  const rest = slides.slice(start)
  const of = (name: string) => rest.filter(({ part }) => part === name)
  const names = [...new Set(rest.map(({ part }) => part).filter(Boolean))]
  return {
    opening: slides.slice(0, start),
    parts: names.map((name) => ({ name, slides: of(name) })),
    closing: of(''),
  }
}
