import { type Box, inkOf } from './boxes.ts'

/** A part of a slide that a spotlight can be on: what a speaker says in one breath. */
export interface Row {
  readonly text: string
  /** Whether the audience sees it at this step. */
  readonly isShown: boolean
  /** Whether any of it is in a node. */
  isIn(node: Node): boolean
  /** The boxes around its letters and drawings, in px of the window. */
  boxes(): readonly Box[]
}

/**
 * What makes a row in the body of a slide, in any layout: an item of a list, a label with what it
 * labels, a paragraph; or what stands together though it is several of these.
 */
const wholes = 'li, dl > div, p, .figure, .gap-strip, .own-cover'

/** With fewer rows below its title than this, a slide says something in the title's lines. */
const few = 2

/** The letters and drawings below a node, each as a range; without the number of a numbered title. */
function leavesOf(root: Element): Range[] {
  const leaves: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange()
    if (node instanceof SVGSVGElement) range.selectNode(node)
    else if (node instanceof Text && node.data.trim() && !node.parentElement?.closest('.ordinal'))
      range.selectNodeContents(node)
    else continue
    leaves.push(range)
  }
  return leaves
}

/** Whether a fragment that holds all of this is yet to come. */
function isShown([first]: readonly Range[]): boolean {
  const node = first?.commonAncestorContainer
  const element = node instanceof Element ? node : node?.parentElement
  const fragment = element?.closest('.fragment')
  return !fragment || fragment.classList.contains('visible')
}

/** The text of some ranges, of which each may be a block or a part of a line. */
const textOf = (ranges: readonly Range[]): string =>
  ranges
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:)”])/g, '')
    .trim()

const rowOf = (ranges: readonly Range[]): Row => ({
  text: textOf(ranges),
  isShown: isShown(ranges),
  isIn: (node) => ranges.some((range) => range.intersectsNode(node)),
  boxes: () => ranges.flatMap((range) => inkOf(range) ?? []),
})

/** The lines of a title, which are broken by sense: its phrases. */
function phrasesOf(title: Element): readonly Range[][] {
  const phrases: Range[][] = [[]]
  for (const { startContainer: node } of leavesOf(title)) {
    if (!(node instanceof Text)) continue
    let start = 0
    for (const line of node.data.split('\n')) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + line.trimEnd().length)
      if (start > 0) phrases.push([])
      if (line.trim()) phrases.at(-1)?.push(range)
      start += line.length + 1
    }
  }
  return phrases.filter((ranges) => ranges.length > 0)
}

/** The rows of a slide in reading order, shown or not yet: as many in every window. */
export function rowsIn(slide: ParentNode): readonly Row[] {
  const main = slide.querySelector('.main')
  if (!main) return []
  const parts = [...main.querySelectorAll(wholes)].filter(
    (part) => !part.closest('.title, .own-mark') && !part.parentElement?.closest(wholes),
  )
  const title = main.querySelector('.title')
  // A lead goes on with the sentence that the title begins.
  const lead = main.querySelector('p.lead')
  const rows = parts.filter((part) => part !== lead).map(leavesOf)
  if (title) {
    const isBelow = (part: Element) =>
      part !== lead &&
      !part.matches('.gap-strip') &&
      (title.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
    if (lead) rows.push([...leavesOf(title), ...leavesOf(lead)])
    else if (parts.filter(isBelow).length < few) rows.push(...phrasesOf(title))
    // A numbered title is a statement, whatever stands below it.
    else if (title.querySelector('.ordinal')) rows.push(leavesOf(title))
  }
  return rows
    .filter((ranges) => ranges.length > 0)
    .sort(([one], [other]) =>
      one && other ? one.compareBoundaryPoints(Range.START_TO_START, other) : 0,
    )
    .map(rowOf)
}

/**
 * The row that the next press puts the spotlight on, from the one it is on: another that is shown, or
 * none after the last. From none, the row of the current step, `current`, or else the first.
 */
export function nextRow(
  rows: readonly Pick<Row, 'isShown'>[],
  at: number | undefined,
  way: 1 | -1,
  current: number,
): number | undefined {
  if (at === undefined && rows[current]?.isShown) return current
  for (let next = (at ?? -1) + way; next >= 0 && next < rows.length; next += way) {
    if (rows[next]?.isShown) return next
  }
  return undefined
}
