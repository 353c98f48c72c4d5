/** How long a notice stays, in ms. */
const rest = 10_000

/**
 * Returns a function that shows a message in `board` for a while. The theme hides notices in full
 * screen, where the audience would see them.
 */
export function noticeBoard(board: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    board.textContent = text
    clearTimeout(timer)
    timer = setTimeout(() => board.replaceChildren(), rest)
  }
}
