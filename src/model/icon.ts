/** The icon of every page as an SVG: two lines of a slide in the deck's red. */
export const icon =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill='#7a1212' d='M0 3h16v4H0zM0 10h9v3H0z'/></svg>"

/** The icon as a data URL, which needs no request. */
export const iconAddress = `data:image/svg+xml,${icon.replace(/[<>#]/g, encodeURIComponent)}`
