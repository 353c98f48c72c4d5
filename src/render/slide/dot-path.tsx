interface Props {
  /** What the dots stand for; the theme colours them by this class. */
  readonly class: string
  /** Diameter, in units of the drawing. */
  readonly size: number
  /** Centres, x and y. */
  readonly at: readonly (readonly [number, number])[]
}

/** Rounds a length to two decimals at most. */
const short = (length: number): number => Number(length.toFixed(2))

/** Zero-length strokes at these centres; within a row, each by its distance from the one before. */
const pathOf = (at: Props['at']): string =>
  at
    .map(([x, y], index) => {
      const [left, top] = at[index - 1] ?? []
      return left !== undefined && y === top
        ? `m${short(short(x) - short(left))} 0h0`
        : `M${short(x)} ${short(y)}h0`
    })
    .join('')

/**
 * Equal dots as one path: zero-length strokes with round caps. In a PDF, a circle element takes a
 * hundred times as many bytes.
 */
export const Dots = ({ class: meaning, size, at }: Props) => (
  <path class={meaning} d={pathOf(at)} stroke-width={short(size)} />
)

/** Rings: dots with a smaller dot in the background's colour on top. */
export const Rings = ({ at, size, line }: { at: Props['at']; size: number; line: number }) => (
  <>
    <Dots class="unnamed" size={size} at={at} />
    <Dots class="hole" size={size - 2 * line} at={at} />
  </>
)
