/**
 * The value below which a share of the values lies, interpolated; throws if there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (below === undefined || above === undefined) throw new Error('There is nothing to measure.')
  return below + (above - below) * (at - Math.floor(at))
}

/** The median of some values; throws if there are none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** A number with about three digits, as tables show it: 1234, 56.7, 0.89. */
export const short = (value: number): string =>
  value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2)

/** Median, extremes and ratio: `12.3 (11.0–14.2) ×0.85`; no extremes if all values are equal. */
export function spread(values: readonly number[], base?: readonly number[]): string {
  if (values.length === 0) return '–'
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const range = low === high ? '' : ` (${short(low)}–${short(high)})`
  const by = base && base.length > 0 ? median(base) : 0
  const ratio = by > 0 ? ` ×${(median(values) / by).toFixed(2)}` : ''
  return `${short(median(values))}${range}${ratio}`
}

/** A Markdown table with aligned columns; the first is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
