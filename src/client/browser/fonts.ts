/** Whether a file failed; a font of the machine (`theme/deck/fitted.css`) may well be missing. */
const hasFailed = () =>
  [...document.fonts].some(({ family, status }) => status === 'error' && !/fitted/i.test(family))

/** Whether something more important is shown: a lost connection, or another notice. */
const isSaid = () => document.querySelector('.lost, .notice:not(:empty)') !== null

/** Says so if a font cannot be loaded and the deck is shown in a font of the machine. */
export function watchFonts(say: (text: string) => void): void {
  const tell = () => {
    if (hasFailed() && !isSaid()) say('Chưa tải được phông chữ. Đang dùng phông có sẵn.')
  }
  document.fonts.addEventListener('loadingerror', tell)
  // Asking lays the whole page out, which a loaded one has done by itself.
  const look = () => void document.fonts.ready.then(tell)
  if (document.readyState === 'complete') look()
  else addEventListener('load', look, { once: true })
}

/**
 * Loads all letters of the interface's font while there is a network: the message that a connection
 * is lost appears when they cannot be loaded any more.
 */
export function fetchLetters(): void {
  const sans = getComputedStyle(document.documentElement).getPropertyValue('--sans')
  for (const face of document.fonts) {
    // `watchFonts` reports a font that fails.
    if (sans.includes(face.family.replaceAll('"', ''))) face.load().catch(() => undefined)
  }
}
