import { type Box, type Paragraph, type Run, slideWidth, tidied } from '../picture.ts'
import { baselineShare, colourOf, isBold, isSerif, pixels, styleOf } from './style.ts'

/** Letters of one look on one line, and where they stand. */
interface Piece {
  readonly run: Run
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** How far its last letters stand below its first, where the browser broke it. */
  readonly drop: number
}

/** A text up to the end of its hand-set line. */
interface Stretch {
  readonly text: string
  readonly element: Element
  /** Whether it begins the next line. */
  readonly breaks: boolean
  /** Where its letters stand; absent from a text that the theme adds. */
  readonly rects?: readonly DOMRect[]
}

const isPre = (style: CSSStyleDeclaration): boolean => /^pre/.test(style.whiteSpace)

const isFlowing = (style: CSSStyleDeclaration): boolean => !/^(pre|nowrap)$/.test(style.whiteSpace)

function addedTo(element: Element, pseudo: '::before' | '::after'): readonly Stretch[] {
  const [, text] = /^"(.+)"$/.exec(styleOf(element, pseudo).content) ?? []
  return text ? [{ text, element, breaks: false }] : []
}

function* stretchesOf(node: Text, element: Element, block: Element): Generator<Stretch> {
  const style = styleOf(element)
  const range = node.ownerDocument.createRange()
  // Words that no line end may part stay together in the fonts of another machine.
  const space = isFlowing(styleOf(block)) && !isFlowing(style) ? '\u00a0' : ' '
  const parts = isPre(style) ? node.data.split('\n') : [node.data]
  let start = 0
  for (const [at, part] of parts.entries()) {
    range.setStart(node, start)
    range.setEnd(node, start + part.length)
    start += part.length + 1
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
    const text = isPre(style) ? part : part.replace(/\s+/g, space)
    yield { text, element, breaks: at > 0, rects }
  }
}

/** The texts within some nodes, in order, with those that the theme adds to elements. */
function* textsIn(nodes: Iterable<Node>, block: Element): Generator<Stretch> {
  for (const node of nodes) {
    const element = node.parentElement
    // Checked by its type.
    if (node.nodeType === Node.TEXT_NODE && element)
      yield* stretchesOf(node as Text, element, block)
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    // Checked by its type.
    const inner = node as Element
    if (styleOf(inner).visibility === 'hidden') continue
    yield* addedTo(inner, '::before')
    yield* textsIn(inner.childNodes, block)
    yield* addedTo(inner, '::after')
  }
}

/** The lines of a text as they are broken by hand. */
function linesOf(nodes: readonly Node[], block: Element): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const { text, element, breaks, rects } of textsIn(nodes, block)) {
    if (breaks) lines.push([])
    const line = lines.at(-1) ?? []
    const last = line.at(-1)
    const style = styleOf(element)
    const size = pixels(style.fontSize)
    const colour = colourOf(style.color)
    const bold = isBold(style.fontWeight)
    const run = { text, size, serif: isSerif(style.fontFamily), bold, colour }
    const [first] = rects ?? []
    if (last && text && !text.trim()) {
      // A space at the end of a line has no width.
      line[line.length - 1] = { ...last, run: { ...last.run, text: `${last.run.text.trimEnd()} ` } }
    } else if (last && !rects) {
      line.push({ ...last, left: last.right, run })
    } else if (text && rects && first) {
      const left = Math.min(...rects.map((rect) => rect.left))
      const right = Math.max(...rects.map((rect) => rect.right))
      const drop = Math.max(...rects.map((rect) => rect.top)) - first.top
      line.push({
        run,
        left,
        right,
        baseline: first.top + baselineShare(style, element) * size,
        drop,
      })
    }
  }
  return lines
}

const isBlank = (line: readonly Piece[]): boolean => line.every(({ run }) => run.text.trim() === '')

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

const baselineOf = (line: readonly Piece[]): number =>
  line.find(({ run }) => run.size === tallest(line))?.baseline ?? 0

const leftOf = (line: readonly Piece[]): number => Math.min(...line.map(({ left }) => left))

/** Whether the browser broke a line at the edge of its block. */
function isBroken(line: readonly Piece[]): boolean {
  const base = baselineOf(line)
  return line.some(({ baseline, drop }) => baseline + drop - base > tallest(line) / 2)
}

/**
 * Measures the text of some inline nodes in a block; undefined if there is none. Lines of one size
 * are one paragraph with breaks; a line of another size begins the next.
 */
export function wordsIn(nodes: readonly Node[], block: HTMLElement): Words | undefined {
  const lines = linesOf(nodes, block).filter((line) => !isBlank(line))
  const pieces = lines.flat()
  if (pieces.length === 0) return undefined
  const style = styleOf(block)
  const pitch = pixels(style.lineHeight) || 1.2 * pixels(style.fontSize)
  const align = alignments[style.textAlign] ?? 'l'
  const groups: (readonly Piece[])[][] = []
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1)
    if (before && Math.abs(tallest(before) - tallest(line)) < 0.5) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  const paragraphs = groups.map((group): Paragraph => {
    const [top = [], ...others] = group
    const [first, last] = [baselineOf(top), baselineOf(group.at(-1) ?? top)]
    return {
      lines: group.map((line) => tidied(line.map(({ run }) => run))),
      pitch: others.length > 0 ? (last - first) / others.length : pitch,
      first,
      last,
      left: Math.min(...group.map(leftOf)),
      hang: others.length > 0 ? Math.max(0, Math.min(...others.map(leftOf)) - leftOf(top)) : 0,
      align,
    }
  })
  const content = block.getBoundingClientRect()
  const edge = content.right - pixels(style.paddingRight) - pixels(style.borderRightWidth)
  const left = leftOf(pieces)
  const right = Math.max(edge, ...pieces.map((piece) => piece.right))
  const top = Math.min(...pieces.map(({ baseline, run }) => baseline - run.size))
  const bottom = Math.max(content.bottom, ...pieces.map(({ baseline }) => baseline))
  // Lines that no edge broke must not be broken by the fonts of another machine.
  const flows = isFlowing(style) && lines.some(isBroken)
  const wider = flows ? right - left : (right - left) * reserve + pitch / 3
  // Nor may a box reach beyond the slide.
  const w = align === 'l' ? Math.min(wider, slideWidth - left) : wider
  const more = w - right + left
  const x = left - { l: 0, ctr: more / 2, r: more }[align]
  return { box: { x, y: top, w, h: bottom - top }, paragraphs }
}
