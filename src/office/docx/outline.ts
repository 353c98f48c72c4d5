import { tidied } from '../picture.ts'

/** Words of an outline; `bold` and `italic` are absent from plain ones. */
export interface OutlineRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
}

/** The id of a paragraph's style in the document. */
export type StyleId = 'Title' | 'Normal' | (typeof byDepth)[number] | 'Counted' | 'Below' | 'Plain'

export interface OutlineParagraph {
  readonly style: StyleId
  /** The number of a paragraph that its slide counts. */
  readonly number?: number
  readonly runs: readonly OutlineRun[]
}

/** The styles of numbered paragraphs, by the depth of their list: I, 1 and a. */
export const byDepth = ['Heading1', 'Heading2', 'Lettered'] as const

const inline = 'a, b, strong, em, i, span'

const headings = 'h1, h2, h3, h4, b, strong'

/** The words of a block; those of one look are one run. */
function runsIn(block: Element): readonly OutlineRun[] {
  const runs: OutlineRun[] = []
  const walk = (node: Node): void => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      // Checked by its type.
      const element = node as Element
      for (const child of element.childNodes) walk(child)
      // A mark before a heading is a paragraph on the page.
      if (element !== block && element.matches('.own-mark')) add(': ', element)
      return
    }
    const parent = node.parentElement
    if (node.nodeType === Node.TEXT_NODE && parent) add(node.textContent ?? '', parent)
  }
  const add = (words: string, of: Element): void => {
    const spaced = words.replace(/[\s\u00a0]+/g, ' ')
    // Compounds and the cited paragraphs stay on one line.
    const text = of.closest('.at, .nb') ? spaced.replace(/(\S) (?=\S)/g, '$1\u00a0') : spaced
    const bold = of.closest(headings) !== null
    const italic = !bold && of.closest('.own-mark') !== null
    runs.push({ text, ...(bold && { bold }), ...(italic && { italic }) })
  }
  walk(block)
  return tidied(runs)
}

/** The number of numbered lists around an element. */
function depthOf(element: Element): number {
  let depth = 0
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.localName === 'ol') depth += 1
  return depth
}

/** Whether an element is a paragraph of its own: a heading with what stands in its line, or text. */
const isBlock = (element: Element): boolean =>
  element.matches('.heading, h1, h2, h3, h4, p') ||
  (element.childNodes.length > 0 && [...element.children].every((child) => child.matches(inline)))

function styleOf(block: Element, isFirst: boolean): Omit<OutlineParagraph, 'runs'> {
  const depth = depthOf(block)
  if (block.closest('.imprint'))
    return { style: block.matches('.kind, .name') ? 'Title' : 'Normal' }
  if (depth === 0) return { style: block.matches('p') ? 'Normal' : 'Plain' }
  if (!isFirst) return { style: 'Below' }
  const list = block.closest<HTMLOListElement>('.counted')
  const item = block.closest('li')
  if (!list || !item) return { style: byDepth[depth - 1] ?? 'Lettered' }
  return { style: 'Counted', number: list.start + [...list.children].indexOf(item) }
}

/**
 * Reads the rendered outline: its paragraphs in order. What stands first in a list's item has its
 * number; what follows belongs to it.
 */
export function outlineIn(root: ParentNode): readonly OutlineParagraph[] {
  const paragraphs: OutlineParagraph[] = []
  const begun = new Set<Element>()
  const walk = (element: Element): void => {
    if (!isBlock(element)) {
      for (const child of element.children) walk(child)
      return
    }
    const runs = runsIn(element)
    if (runs.length === 0) return
    const item = element.closest('li')
    paragraphs.push({ ...styleOf(element, item !== null && !begun.has(item)), runs })
    if (item) begun.add(item)
  }
  for (const child of root.children) walk(child)
  return paragraphs
}
