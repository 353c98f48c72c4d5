/**
 * Changes the page's address. Relative addresses are resolved against the current one, because in a
 * page that another page wrote the browser resolves them against that page's. If the browser
 * refuses, the address stays.
 */
const write =
  (way: 'replaceState' | 'pushState') =>
  (address: string, state: unknown = history.state): void => {
    try {
      history[way](state, '', new URL(address, location.href))
    } catch {
      // Called too often, or a page whose address cannot change: the content is shown all the same.
    }
  }

/** Replaces the page's address without a new history entry. */
export const replaceAddress = write('replaceState')

/** Adds a history entry, as a link does: the browser's Back leads to the previous address. */
export const addAddress = write('pushState')
