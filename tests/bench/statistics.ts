/** The value below which a share of the values lies, interpolated; throws if there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (below === undefined || above === undefined) throw new Error('There is nothing to measure.')
  return below + (above - below) * (at - Math.floor(at))
}

/** The median of some values; throws if there are none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * The median of the ratios round by round, or the ratio of the medians where one side has more rounds;
 * undefined if there is nothing to divide, or a zero to divide by.
 */
export function ratio(values: readonly number[], base: readonly number[]): number | undefined {
  if (values.length === 0 || base.length === 0 || base.includes(0)) return undefined
  if (values.length !== base.length) return median(values) / median(base)
  return median(values.map((value, at) => value / (base[at] ?? Number.NaN)))
}

/** A number with about three digits, as tables show it: 1234, 56.7, 0.89. */
export const short = (value: number): string =>
  value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2)

/** Median, extremes and ratio: `12.3 (11.0–14.2) ×0.85`; no extremes if all values are equal. */
export function spread(values: readonly number[], base: readonly number[] = []): string {
  if (values.length === 0) return '–'
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const by = ratio(values, base)
  const range = low === high ? '' : ` (${short(low)}–${short(high)})`
  return `${short(median(values))}${range}${by === undefined ? '' : ` ×${by.toFixed(2)}`}`
}

/** A Markdown table with aligned columns; the first is text, the others are figures. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return [head, rule, ...others].map((cells) => `| ${cells.map(pad).join(' | ')} |`).join('\n')
}
