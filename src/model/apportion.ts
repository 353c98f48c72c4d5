/**
 * Divides a whole number into whole numbers in the proportion of some weights, evenly if all weights
 * are 0. They add up to exactly the whole.
 */
export function apportion(weights: readonly number[], whole: number): readonly number[] {
  const isEven = weights.every((weight) => weight === 0)
  const shares = isEven ? weights.map(() => 1) : weights
  const sum = shares.reduce((sum, share) => sum + share, 0)
  let before = 0
  let given = 0
  return shares.map((share) => {
    before += share
    // Each ends where its exact share ends, rounded: what rounding takes from one goes to the next.
    const end = Math.round((before * whole) / sum)
    const part = end - given
    given = end
    return part
  })
}
