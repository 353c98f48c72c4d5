import type { RunningOrder, SlideInfo } from './running-order.ts'

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

/** A slide in the overview, with its number in the running order. */
export interface OverviewEntry {
  readonly number: number
  readonly slide: SlideInfo
}

/** The slides of a part in the overview, or those before or after the parts. */
export interface OverviewGroup {
  readonly name: string
  /** `edge` for the slides before and after the parts, which stand on the lower edge. */
  readonly kind: 'part' | 'edge'
  readonly entries: readonly OverviewEntry[]
  /** Where it stands among the columns: the first column and the row, from 1, and how many columns. */
  readonly column: number
  readonly span: number
  readonly row: number
}

/** What the overview shows, in running order. */
export interface OverviewPlan {
  readonly groups: readonly OverviewGroup[]
  /** The number of columns, one a part; 0 if the parts are better shown one below another. */
  readonly columns: number
  /** The height of the overview, in slides. */
  readonly rows: number
}

/** As many columns as the rail has segments at most. */
const mostColumns = 8

/** With more slides in a part, most of its column would be below the window. */
const mostRows = 12

/**
 * Where each slide stands in the overview, which is the rail unfolded: a column for each part. The
 * slides before and after the parts stand on the lower edge, below columns short enough to leave a
 * slide's height of air, or else in a row of their own.
 */
export function overviewOf(runningOrder: RunningOrder): OverviewPlan {
  const { opening, parts, closing } = groupsOf(runningOrder)
  let number = 0
  const entriesOf = (slides: readonly SlideInfo[]): readonly OverviewEntry[] =>
    slides.map((slide) => ({ number: ++number, slide }))
  const before = entriesOf(opening)
  const within = parts.map(({ name, slides }) => ({ name, entries: entriesOf(slides) }))
  const after = entriesOf(closing)

  const columns = within.length
  const width = before.length + after.length
  const tallest = Math.max(0, ...within.map(({ entries }) => entries.length))
  const isShort = within.map(({ entries }) => entries.length <= tallest - 2)
  const free = within.findIndex(
    (_, at) => at + width <= columns && isShort.slice(at, at + width).every(Boolean),
  )
  const beside = free >= 0
  const fits = width <= columns
  const edge = (name: string, entries: readonly OverviewEntry[], column: number, row: number) => ({
    name,
    kind: 'edge' as const,
    entries,
    row,
    ...(fits ? { column, span: entries.length } : { column: 1, span: columns }),
  })
  const first = beside ? free + 1 : 1
  const groups: readonly OverviewGroup[] = [
    edge('Mở đầu', before, first, beside ? 1 : 2),
    ...within.map((part, at) => ({
      ...part,
      kind: 'part' as const,
      column: at + 1,
      span: 1,
      row: 1,
    })),
    edge('Kết thúc', after, first + before.length, beside ? 1 : fits ? 2 : 3),
  ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    columns: columns > 1 && columns <= mostColumns && tallest <= mostRows ? columns : 0,
    rows: tallest + (beside ? 0 : fits ? 1 : 2),
  }
}
