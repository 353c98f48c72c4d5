/**
 * Puts another address in the place of the page's own, relative to itself: a page that another one
 * wrote takes what is relative for that one's. Where the browser refuses, the old address stays.
 */
export function replaceAddress(address: string, state: unknown = history.state): void {
  try {
    history.replaceState(state, '', new URL(address, location.href))
  } catch {
    // Too many at once, or a page that may have no other address: it is shown all the same.
  }
}
