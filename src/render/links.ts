/** Where the pages of a deck lead to each other. */
export interface Links {
  readonly deck: string
  /** Absent where the speaker's screen does not come along. */
  readonly speaker?: string
  /** Absent where the page to read beforehand does not come along. */
  readonly review?: string
  /** Absent where the outline does not come along. */
  readonly outline?: string
  readonly check: string
}

/** Pages side by side in one folder. */
export const hostedLinks: Links = {
  deck: './',
  speaker: 'speaker.html',
  review: 'review.html',
  outline: 'outline.html',
  check: 'check.html',
}

/** All in one file, whatever its name: the same file again, asked for another page. */
export const packedLinks: Links = { deck: '?', speaker: '?bao-cao-vien', check: '?kiem-tra' }
