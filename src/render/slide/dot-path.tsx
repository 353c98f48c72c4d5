interface Props {
  /** What the dots stand for: the theme colours them by it. */
  readonly class: string
  /** Diameter, in the units of the drawing. */
  readonly size: number
  /** Centres, x and y. */
  readonly at: readonly (readonly [number, number])[]
}

/** A length with two decimals at most. */
const short = (length: number): number => Number(length.toFixed(2))

/**
 * Equal dots as one path: points drawn with a round pen. In print a circle costs a hundred times
 * as many bytes.
 */
export const Dots = ({ class: meaning, size, at }: Props) => (
  <path
    class={meaning}
    d={at.map(([x, y]) => `M${short(x)} ${short(y)}h0`).join('')}
    stroke-width={short(size)}
  />
)

/** Rings: dots with a hole in the colour of the ground. */
export const Rings = ({ at, size, line }: { at: Props['at']; size: number; line: number }) => (
  <>
    <Dots class="untold" size={size} at={at} />
    <Dots class="hole" size={size - 2 * line} at={at} />
  </>
)
