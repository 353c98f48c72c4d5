/** A list that has a first element. */
export type NonEmpty<Element> = readonly [Element, ...Element[]]

/** The same list, known to the compiler to have a first element; throws if it has none. */
export function nonEmpty<Element>(list: readonly Element[]): NonEmpty<Element> {
  if (list.length === 0) throw new Error('Empty list.')
  // TypeScript does not narrow an array by its length.
  return list as NonEmpty<Element>
}
