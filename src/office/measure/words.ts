import type { Box, Paragraph, Run } from '../picture.ts'
import { baselineShare, colourOf, isBold, isSerif, pixels, styleOf } from './style.ts'

/** Letters of one look on one line, and where they stand. */
interface Piece {
  readonly run: Run
  readonly left: number
  readonly right: number
  readonly baseline: number
}

const keepsLines = (style: CSSStyleDeclaration): boolean => /^pre/.test(style.whiteSpace)

const contentOf = (element: Element, pseudo: '::before' | '::after'): string =>
  /^"(.*)"$/.exec(styleOf(element, pseudo).content)?.[1] ?? ''

/** The text nodes within some nodes, in order, and the texts that the theme adds to elements. */
function* textsIn(nodes: Iterable<Node>): Generator<Text | { text: string; of: Element }> {
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // Checked by its type.
      yield node as Text
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element
      if (styleOf(element).visibility === 'hidden') continue
      const before = contentOf(element, '::before')
      if (before) yield { text: before, of: element }
      yield* textsIn(element.childNodes)
      const after = contentOf(element, '::after')
      if (after) yield { text: after, of: element }
    }
  }
}

/** The look of the letters in an element. */
function lookOf(element: Element): Omit<Run, 'text'> {
  const style = styleOf(element)
  const link = element.closest<HTMLAnchorElement>('a[href^="#"]')
  return {
    size: pixels(style.fontSize),
    serif: isSerif(style.fontFamily),
    bold: isBold(style.fontWeight),
    colour: colourOf(style.color),
    ...(link && {
      to: decodeURIComponent(link.hash.slice(1)),
      underlined: styleOf(link).textDecorationLine.includes('underline'),
    }),
  }
}

/** What a text stands on: its lines as they are broken by hand. */
function linesOf(nodes: readonly Node[], stage: HTMLElement): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const found of textsIn(nodes)) {
    if (!('of' in found)) {
      const parent = found.parentElement
      if (!parent) continue
      const style = styleOf(parent)
      const look = lookOf(parent)
      const share = baselineShare(style, stage)
      const range = found.ownerDocument.createRange()
      const pieces = keepsLines(style) ? found.data.split('\n') : [found.data.replace(/\s+/g, ' ')]
      let start = 0
      pieces.forEach((text, at) => {
        if (at > 0) lines.push([])
        const end = keepsLines(style) ? start + text.length : found.data.length
        range.setStart(found, start)
        range.setEnd(found, end)
        start = end + 1
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
        const [first] = rects
        const line = lines.at(-1)
        const last = line?.at(-1)
        if (line && last && text && !text.trim()) {
          // A space at the end of a line has no width.
          line[line.length - 1] = {
            ...last,
            run: { ...last.run, text: `${last.run.text.trimEnd()} ` },
          }
          return
        }
        if (!text || !first) return
        lines.at(-1)?.push({
          run: { ...look, text },
          left: Math.min(...rects.map(({ left }) => left)),
          right: Math.max(...rects.map(({ right }) => right)),
          baseline: first.top + share * look.size,
        })
      })
    } else {
      const last = lines.at(-1)?.at(-1)
      if (!last) continue
      const look = lookOf(found.of)
      lines.at(-1)?.push({ ...last, left: last.right, run: { ...look, text: found.text } })
    }
  }
  return lines
}

const isBlank = (line: readonly Piece[]): boolean => line.every(({ run }) => run.text.trim() === '')

/** The line without spaces at its ends, and with neighbours of one look joined. */
function tidied(line: readonly Piece[]): readonly Run[] {
  const runs: Run[] = []
  for (const { run } of line) {
    const last = runs.at(-1)
    const same =
      last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' })
    if (last && same) runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else runs.push(run)
  }
  return runs
    .map((run, at) => ({ ...run, text: at === 0 ? run.text.trimStart() : run.text }))
    .map((run, at) => ({
      ...run,
      text: (at === runs.length - 1 ? run.text.trimEnd() : run.text).normalize('NFC'),
    }))
    .filter(({ text }) => text !== '')
}

const alignments: Readonly<Record<string, Paragraph['align']>> = {
  center: 'ctr',
  right: 'r',
  end: 'r',
}

/** A text block as it was measured, in pixels of the window. */
export interface Words {
  /** The room of its text: as wide as the block, as high as its lines. */
  readonly box: Box
  readonly paragraphs: readonly Paragraph[]
}

/** How much wider than measured a box is. */
const reserve = 1.04

const tallest = (line: readonly Piece[]): number => Math.max(...line.map(({ run }) => run.size))

/**
 * Measures the text of some inline nodes in a block; undefined if there is none. Lines of one size
 * are one paragraph with breaks; a line of another size begins the next.
 */
export function wordsIn(
  nodes: readonly Node[],
  block: HTMLElement,
  stage: HTMLElement,
): Words | undefined {
  const lines = linesOf(nodes, stage).filter((line) => !isBlank(line))
  const pieces = lines.flat()
  if (pieces.length === 0) return undefined
  const style = styleOf(block)
  const pitch = pixels(style.lineHeight) || 1.2 * pixels(style.fontSize)
  const groups: (readonly Piece[])[][] = []
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1)
    if (before && Math.abs(tallest(before) - tallest(line)) < 0.5) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  const left = Math.min(...pieces.map((piece) => piece.left))
  const baselineOf = (line: readonly Piece[]) =>
    line.find(({ run }) => run.size === tallest(line))?.baseline ?? 0
  const leftOf = (line: readonly Piece[]) => Math.min(...line.map((piece) => piece.left))
  const paragraphs = groups.map((group): Paragraph => {
    const [first = []] = group
    const last = group.at(-1) ?? first
    const between =
      group.length > 1 ? (baselineOf(last) - baselineOf(first)) / (group.length - 1) : pitch
    return {
      lines: group.map(tidied),
      pitch: between,
      first: baselineOf(first),
      last: baselineOf(last),
      left: Math.min(...group.map(leftOf)),
      hang:
        group.length > 1 ? Math.max(0, Math.min(...group.slice(1).map(leftOf)) - leftOf(first)) : 0,
      align: alignments[style.textAlign] ?? 'l',
    }
  })
  const content = block.getBoundingClientRect()
  const edge = content.right - pixels(style.paddingRight) - pixels(style.borderRightWidth)
  const right = Math.max(edge, ...pieces.map((piece) => piece.right))
  const top = Math.min(...pieces.map(({ baseline, run }) => baseline - run.size))
  const bottom = Math.max(content.bottom, ...pieces.map(({ baseline }) => baseline))
  // Lines that were broken by hand must not be broken again by the fonts of another machine.
  const isBroken = !/^(pre|nowrap)$/.test(style.whiteSpace)
  const w = isBroken ? right - left : (right - left) * reserve + pitch / 3
  const more = { l: 0, ctr: (w - right + left) / 2, r: w - right + left }
  const x = left - more[paragraphs[0]?.align ?? 'l']
  return { box: { x, y: top, w, h: bottom - top }, paragraphs }
}
