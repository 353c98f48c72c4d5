import type { Stock } from './apply.ts'
import { carried } from './carried.ts'
import { unpackStock } from './unpack.ts'

let opening: Promise<Stock> | undefined

/** Loads what shows a version: where there is none, nobody needs it. Fails without a network. */
export function openStock(): Promise<Stock> {
  opening ??= import.meta.env.PACKED
    ? unpackStock()
    : import('./hosted-stock.ts').then(({ stock }) => stock)
  // Asked for again, it may come.
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

/**
 * Whether this page still shows the deck as it was published; a file that carries a version was
 * rendered with it.
 */
export const isPublished = (): boolean => carried() === undefined
