import { asRecord } from '../record.ts'

/** The size of a slide in its own units: everywhere it is laid out so, then scaled. */
export const slideSize = { width: 1280, height: 720 }

/**
 * Where the presenter points on a slide. It is no state: never kept, and only the newest counts.
 * Senders use the type, receivers `pointedIn`.
 */
export interface Pointed {
  readonly slide: string
  /** From the upper left corner, in whole units of `slideSize`; undefined: nowhere any more. */
  readonly at?: readonly [x: number, y: number] | undefined
}

const isWithin = (value: unknown, most: number): value is number =>
  // `isInteger` accepts numbers only, but does not narrow the type.
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most

/** Reads where the presenter points; undefined for anything else, such as a place off the slide. */
export function pointedIn(value: unknown): Pointed | undefined {
  const { slide, at } = asRecord(value)
  if (typeof slide !== 'string') return
  if (at === undefined) return { slide }
  if (!Array.isArray(at) || at.length !== 2) return
  const [x, y] = at
  return isWithin(x, slideSize.width) && isWithin(y, slideSize.height)
    ? { slide, at: [x, y] }
    : undefined
}

/** The body of a presenter's POST to `live/pointer`, and what relays tell each other of it. */
export interface PointerPost extends Pointed {
  readonly lease: number
}

/** Reads a presenter's POST; refuses unknown fields. */
export function pointerPostIn(value: unknown): PointerPost | undefined {
  const { slide: _, at: __, lease, ...others } = asRecord(value)
  const pointed = pointedIn(value)
  if (!pointed || Object.keys(others).length > 0) return
  if (!isWithin(lease, Number.MAX_SAFE_INTEGER) || lease === 0) return
  return { ...pointed, lease }
}

/** The longest body of such a POST, in bytes: the id of a slide is the only text in it. */
export const longestPoint = 256
