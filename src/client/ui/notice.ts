/** How long a notice stays at least, and how long it takes to read one character, in ms. */
const rest = 4000
const pace = 70

/**
 * Returns a function that shows a message in `board` for a while. The theme hides notices in full
 * screen, where the audience would see them.
 */
export function noticeBoard(board: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    board.textContent = text
    clearTimeout(timer)
    timer = setTimeout(() => board.replaceChildren(), Math.max(rest, text.length * pace))
  }
}
