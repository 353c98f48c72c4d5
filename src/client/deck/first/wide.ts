/**
 * Matches where the deck is presented. A phone held upright and a page zoomed to 200 % are
 * narrower, and show it to read.
 */
export const wide = matchMedia('screen and (min-width: 700px)')
