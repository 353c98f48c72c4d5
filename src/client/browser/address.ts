/**
 * Gives the page another address, relative to its own: a page that another one wrote takes what is
 * relative for that one's. Where the browser refuses, the old address stays.
 */
const write =
  (way: 'replaceState' | 'pushState') =>
  (address: string, state: unknown = history.state): void => {
    try {
      history[way](state, '', new URL(address, location.href))
    } catch {
      // Too many at once, or a page that may have no other address: it is shown all the same.
    }
  }

/** Puts another address in the place of the page's own. */
export const replaceAddress = write('replaceState')

/** The same as a link does it: the browser's way back leads to the address that was there. */
export const addAddress = write('pushState')
