/** A message from a page to the service worker. */
export type Asked = 'keep-speaker' | 'take-over' | 'follows' | 'presents'
