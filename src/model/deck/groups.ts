import type { SlideInfo } from './running-order.ts'

/** A running order grouped by parts; the slides before and after them belong to none. */
export interface Groups {
  readonly opening: readonly SlideInfo[]
  readonly parts: readonly { readonly name: string; readonly slides: readonly SlideInfo[] }[]
  readonly closing: readonly SlideInfo[]
}

/**
 * Groups the slides of a running order. If no part is left, `opening` is the cover alone and the
 * rest is `closing`.
 */
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
