import type { Page } from 'playwright-core'

/** One run of text as it is drawn: lengths in hundredths of the slide's height, from its corner. */
export interface Drawn {
  readonly text: string
  readonly where: 'foot' | 'title' | 'figure' | 'body'
  readonly size: number
  readonly lineHeight: number
  readonly serif: boolean
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The right edge of the box that holds it. */
  readonly edge: number
  readonly contrast: number
}

/** A run of text, by name. */
export const name = ({ text, size }: Drawn): string => `“${text}” at ${size.toFixed(2)}`

/** The texts that break a rule, each with the rule and what was measured. */
export const breaking = (
  texts: readonly Drawn[],
  rules: Readonly<Record<string, (drawn: Drawn) => boolean>>,
): readonly string[] =>
  texts.flatMap((drawn) =>
    Object.entries(rules)
      .filter(([, holds]) => !holds(drawn))
      .map(([rule]) => `${name(drawn)} is not ${rule}: ${JSON.stringify(drawn)}`),
  )

/** Pairs of texts that stand on each other. */
export const overlapping = (texts: readonly Drawn[]): readonly string[] =>
  texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      // Boxes of neighbouring lines share the room that only tall marks use.
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      const shared = across > 0.3 && down > 0.35 * Math.min(one.size, other.size)
      return shared ? [`${name(one)} and ${name(other)}`] : []
    }),
  )

/** Measures every visible run of text of one slide. */
export const textsOf = (page: Page, id: string): Promise<readonly Drawn[]> =>
  page.evaluate((id) => {
    const slide = document.getElementById(id) as HTMLElement
    const box = slide.getBoundingClientRect()
    const unit = box.height / 100
    // A slide smaller than 1280 px is laid out at 1280 px and scaled down; others have their own size.
    const page = slide.querySelector('.page') as HTMLElement
    const ratio = page.getBoundingClientRect().height / page.offsetHeight
    const scale = Math.abs(ratio - 1) < 0.01 ? 1 : ratio
    const channel = (value: number) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number).map(channel)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ground = luminance(getComputedStyle(slide).backgroundColor)
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    const drawn: Drawn[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement as HTMLElement
      const style = getComputedStyle(parent)
      const text = node.textContent ?? ''
      if (!text.trim() || style.visibility === 'hidden') continue
      let block = parent
      while (getComputedStyle(block).display.startsWith('inline')) {
        block = block.parentElement as HTMLElement
      }
      // Each line apart, without the space that ends it.
      for (const match of text.matchAll(/[^\n]+/g)) {
        const line = match[0].trimEnd()
        if (!line.trim()) continue
        const range = document.createRange()
        range.setStart(node, match.index)
        range.setEnd(node, match.index + line.length)
        const ink = luminance(style.color)
        for (const rect of range.getClientRects()) {
          const where = parent.closest('.foot')
            ? 'foot'
            : parent.closest('.numeral')
              ? 'figure'
              : parent.closest('.title')
                ? 'title'
                : 'body'
          const size = Number.parseFloat(style.fontSize) * scale
          // A digit fills little of its line: from .654 em above the baseline to .014 em below.
          const base = rect.bottom - 0.335 * size
          const [top, bottom] =
            where === 'figure'
              ? [base - 0.654 * size, base + 0.014 * size]
              : [rect.top, rect.bottom]
          drawn.push({
            text: line,
            where,
            size: size / unit,
            lineHeight: (Number.parseFloat(style.lineHeight) * scale) / size,
            serif: style.fontFamily.startsWith('"Source Serif'),
            left: (rect.left - box.left) / unit,
            right: (rect.right - box.left) / unit,
            top: (top - box.top) / unit,
            bottom: (bottom - box.top) / unit,
            edge: (block.getBoundingClientRect().right - box.left) / unit,
            contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05),
          })
        }
      }
    }
    return drawn
  }, id)

/** The lines of a slide's title as the browser breaks them. */
export const titleLinesOf = (page: Page, id: string): Promise<readonly string[]> =>
  page.evaluate((id) => {
    const title = document.querySelector(`[id="${id}"] .title`) as HTMLElement
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
    const lines: { bottom: number; text: string }[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement?.closest('.ordinal')) continue
      const text = node.textContent ?? ''
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rect = range.getClientRects()[0]
        if (!rect || rect.width === 0) continue
        const last = lines.at(-1)
        if (last && Math.abs(last.bottom - rect.bottom) < rect.height / 3) last.text += text[at]
        else lines.push({ bottom: rect.bottom, text: text[at] ?? '' })
      }
    }
    return lines.map(({ text }) => text.trim()).filter(Boolean)
  }, id)
