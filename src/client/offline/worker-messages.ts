/** A message from a page to the service worker. */
export type Asked = 'keep' | 'keep-speaker' | 'take-over' | 'follows' | 'presents'
