/** A line of a text: its edges in px from the text's top, and whether it is a heading. */
interface Line {
  readonly top: number
  bottom: number
  readonly isHeading: boolean
}

/** The lines of a scrolling text, from the boxes of its letters; hidden children have none. */
function linesIn(text: HTMLElement): readonly Line[] {
  const start = text.getBoundingClientRect().top - text.scrollTop
  const range = document.createRange()
  const boxes: Line[] = []
  for (const child of text.querySelectorAll(':scope > :not([hidden])')) {
    const walker = document.createTreeWalker(child, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      range.selectNodeContents(currentNode)
      const isHeading = currentNode.parentElement?.closest('.label') !== null
      for (const { top, bottom } of range.getClientRects()) {
        boxes.push({ top: top - start, bottom: bottom - start, isHeading })
      }
    }
  }
  const lines: Line[] = []
  for (const box of boxes.sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1)
    // Boxes of one line overlap, though their sizes may differ.
    if (last && box.top < (last.top + last.bottom) / 2) {
      last.bottom = Math.max(last.bottom, box.bottom)
    } else lines.push(box)
  }
  return lines
}

/** A scrolling text that shows whole lines only. */
export interface WholeLines {
  /** Cuts the text anew after it has changed. */
  draw(): void
  /** Scrolls by most of what is seen, up `-1` or down `1`; false if all of the text is seen. */
  scroll(way: 1 | -1): boolean
}

/**
 * Cuts a scrolling text at its last whole line, and says in `more`, below it, how many lines are
 * out of sight. The box of both has a size of its own; where it has not, nothing is cut.
 */
export function wholeLines(text: HTMLElement, more: HTMLElement): WholeLines {
  const box = text.parentElement as HTMLElement
  let lines: readonly Line[] = []
  /** Cuts at the last line that is seen whole from where the text stands. */
  const cut = () => {
    const { scrollTop } = text
    const height = box.getBoundingClientRect().bottom - text.getBoundingClientRect().top
    const edge = scrollTop + height - more.offsetHeight
    let at = lines.findLastIndex(({ bottom }) => bottom <= edge)
    // A heading does not end what is seen, unless there is room for nothing else.
    if (lines[at]?.isHeading && at > 0) at--
    const last = lines[at]
    const left = lines.length - 1 - at
    more.textContent = left > 0 ? `còn ${left} dòng` : ''
    if (last && left > 0) text.style.setProperty('--cut', `${Math.ceil(last.bottom - scrollTop)}px`)
    else text.style.removeProperty('--cut')
  }
  const draw = () => {
    text.style.removeProperty('--cut')
    more.hidden = true
    if (text.scrollHeight <= text.clientHeight + 1) return
    lines = linesIn(text)
    more.hidden = false
    cut()
  }
  text.addEventListener('scroll', () => more.hidden || cut())
  new ResizeObserver(draw).observe(box)
  // Other fonts break the lines elsewhere.
  document.fonts.addEventListener('loadingdone', draw)
  return {
    draw,
    scroll(way) {
      if (more.hidden) return false
      const to = text.scrollTop + way * 0.7 * text.clientHeight
      // To the top of a line.
      text.scrollTop = lines.filter(({ top }) => top <= to).at(-1)?.top ?? 0
      return true
    },
  }
}
