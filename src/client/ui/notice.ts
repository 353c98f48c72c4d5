/** How long a notice stays, in milliseconds. */
const rest = 10_000

/** Says a sentence at the foot of the page for a while; never in full screen, where the hall looks. */
export function noticeBoard(board: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    board.textContent = text
    clearTimeout(timer)
    timer = setTimeout(() => board.replaceChildren(), rest)
  }
}
