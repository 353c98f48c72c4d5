// What runs in the page of a driven browser: functions that know nothing but what they are given.

/** Where a deck is, and whether it presents. */
export const place = (): { id: string; step: number } => ({
  id: document.querySelector('.presenting section.present')?.id ?? '',
  step: document.querySelectorAll('section.present .fragment.visible').length,
})

/** Where a speaker's screen is, and what it says of the deck. */
export const speakerSays = (): { id: string; step: number; says: string } => ({
  id: document.querySelector<HTMLElement>('.present .frame')?.dataset.shown ?? '',
  step: document.querySelectorAll('.present .frame .fragment.visible').length,
  says: document.querySelector('.partner-state')?.textContent ?? '',
})

/** The text that an element holds. */
export const textOf = (selector: string): string =>
  document.querySelector(selector)?.textContent ?? ''

/** How high the bars of the programme are, in hundredths of the slide's height. */
export const railOf = (slide: string): number | undefined => {
  const box = document.querySelector(slide)
  const rail = box?.querySelector('.rail svg')
  if (!box || !rail) return undefined
  return (rail.getBoundingClientRect().height / box.getBoundingClientRect().height) * 100
}

/** The lines of each block of text of a slide, as the engine breaks them. */
export const linesOf = (slide: string): readonly (readonly string[])[] => {
  const root = document.querySelector(slide)
  if (!root) return []
  const blocks = new Map<Element, { bottom: number; text: string }[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    let block = node.parentElement
    while (block && getComputedStyle(block).display.startsWith('inline'))
      block = block.parentElement
    if (!block) continue
    const lines = blocks.get(block) ?? []
    blocks.set(block, lines)
    const text = node.textContent ?? ''
    for (let at = 0; at < text.length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      // WebKit begins a letter behind a break with an empty box at the end of the line before.
      const rect = [...range.getClientRects()].find(({ width }) => width > 0)
      if (!rect) continue
      const last = lines[lines.length - 1]
      if (last && Math.abs(last.bottom - rect.bottom) < rect.height / 2) last.text += text[at]
      else lines.push({ bottom: rect.bottom, text: text[at] ?? '' })
    }
  }
  return [...blocks.values()]
    .map((lines) => lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))
    .filter((lines) => lines.length > 0)
}
