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
