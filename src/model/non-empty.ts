/** A list that has a first element. */
export type NonEmpty<Element> = readonly [Element, ...Element[]]

/** The same list, known to the compiler to have a first element; throws if it has none. */
export function nonEmpty<Element>([first, ...rest]: readonly Element[]): NonEmpty<Element> {
  if (first === undefined) throw new Error('A list is empty that must not be.')
  return [first, ...rest]
}
