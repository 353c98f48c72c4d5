const hasFailed = () => [...document.fonts].some(({ status }) => status === 'error')

/** Whether something is said that matters more: that a connection is lost, or what was just said. */
const isSaid = () => document.querySelector('.lost, .notice:not(:empty)') !== null

/** Says so when a font does not come: the deck goes on in the letters of the machine. */
export function watchFonts(say: (text: string) => void): void {
  const tell = () => {
    if (hasFailed() && !isSaid()) say('Chưa tải được phông chữ. Đang dùng phông có sẵn.')
  }
  document.fonts.addEventListener('loadingerror', tell)
  void document.fonts.ready.then(tell)
}

/**
 * Fetches the rest of the letters that the interface speaks in, while there is a network: that a
 * connection is lost is said when nothing can be fetched any more, no letters either.
 */
export function fetchLetters(): void {
  const sans = getComputedStyle(document.documentElement).getPropertyValue('--sans')
  for (const face of document.fonts) {
    // One that fails is told of as any other.
    if (sans.includes(face.family.replaceAll('"', ''))) face.load().catch(() => undefined)
  }
}
