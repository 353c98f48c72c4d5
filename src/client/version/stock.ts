import type { Stock } from './apply.ts'
import { carried } from './carried.ts'

let opening: Promise<Stock> | undefined

/** The deck as data, from the script that the page names; a development server makes it. */
const deckData = (): Promise<typeof import('#deck-data')> =>
  import.meta.env.DEV
    ? import('#deck-data')
    : import(/* @vite-ignore */ document.documentElement.dataset.stock ?? '')

/**
 * Loads the deck's data and its renderer, which only pages with a version need. Rejects without a
 * network.
 */
export function openStock(): Promise<Stock> {
  opening ??= import.meta.env.PACKED
    ? import('./unpack.ts').then(({ unpackStock }) => unpackStock())
    : Promise.all([import('./hosted-stock.ts'), deckData()]).then(([{ hostedStock }, { deck }]) =>
        hostedStock(deck),
      )
  // A later call tries again.
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

/** The message where `openStock`, or what shows a version by it, could not be loaded. */
export const unloadedVersion =
  'Chưa tải được phần hiện bản riêng. Kiểm tra mạng rồi tải lại bằng Ctrl+R.'

/**
 * Whether this page shows the deck as published; a file that carries a version was rendered with
 * it.
 */
export const isPublished = (): boolean => carried() === undefined
