import { Dots } from './dot-path.tsx'

/** The drawing, in units of its own: as wide as this, and at most as high. */
const box = { width: 93.2, height: 66 } as const

/** A dot's radius, as a share of the distance to the next, and the largest: half the hub's. */
const radii = { share: 1.45 / 4.3, most: 2.4 } as const

const hub = { left: 14.35, size: 9.6 } as const

/** The room of hub and name, halfway down. */
const clearing = { left: 8.6, right: 70, height: 11.5 } as const

/** A lattice of equal dots, so many side by side, around the clearing. */
function latticeOf(columns: number) {
  const fitting = (box.width * radii.share) / (columns - 1 + 2 * radii.share)
  const radius = Math.min(fitting, radii.most)
  const pitch = (box.width - 2 * radius) / (columns - 1)
  // A hair more: a whole number of rows must not be rounded to one less.
  const rows = Math.floor((box.height - 2 * radius) / pitch + 1e-9) + 1
  const height = (rows - 1) * pitch + 2 * radius
  const middle = (at: number): number => radius + at * pitch
  const dots = Array.from(
    { length: rows * columns },
    (_, at) => [middle(at % columns), middle(Math.floor(at / columns))] as const,
  ).filter(
    ([x, y]) =>
      x + radius < clearing.left ||
      x - radius > clearing.right ||
      Math.abs(y - height / 2) - radius > clearing.height / 2,
  )
  return { radius, height, dots }
}

/** Lattices by the number of sites. */
const known = new Map<number, ReturnType<typeof latticeOf>>()

/** The closest lattice of fewer dots than there are sites. */
function latticeBelow(sites: number) {
  let columns = 3
  while (!known.has(sites) && latticeOf(columns + 1).dots.length < sites) columns += 1
  const lattice = known.get(sites) ?? latticeOf(columns)
  known.set(sites, lattice)
  return lattice
}

/**
 * One hub in a lattice of equal dots. It is computed, not a map: the dots are fewer than the `sites`
 * of the source, and their number means nothing. `label` is the text for screen readers.
 */
export function DotMap({ sites, label }: { sites: number; label: string }) {
  const { radius, height, dots } = latticeBelow(sites)
  return (
    <svg
      class="dot-map"
      viewBox={`0 0 ${box.width.toFixed(2)} ${height.toFixed(2)}`}
      role="img"
      aria-label={label}
    >
      <Dots class="sites" size={radius * 2} at={dots} />
      <Dots class="hub" size={hub.size} at={[[hub.left, height / 2]]} />
    </svg>
  )
}
