import type { Stop } from './running-order.ts'

/** A running order by its parts; what opens and what closes a deck is in none. */
export interface Groups {
  readonly opening: readonly Stop[]
  readonly parts: readonly { readonly name: string; readonly stops: readonly Stop[] }[]
  readonly closing: readonly Stop[]
}

/** Groups the stops of a running order; where no part is left, the cover alone opens it. */
export function groupsOf(stops: readonly Stop[]): Groups {
  const first = stops.findIndex(({ part }) => part)
  const start = first < 0 ? 1 : first
  const rest = stops.slice(start)
  const of = (name: string) => rest.filter(({ part }) => part === name)
  const names = [...new Set(rest.map(({ part }) => part).filter(Boolean))]
  return {
    opening: stops.slice(0, start),
    parts: names.map((name) => ({ name, stops: of(name) })),
    closing: of(''),
  }
}
