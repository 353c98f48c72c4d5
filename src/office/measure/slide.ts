import {
  type Box,
  boxAround,
  type Item,
  type Role,
  type Shape,
  type ShapeItem,
  type SlidePicture,
  type TextItem,
} from '../picture.ts'
import { drawingOf } from './drawing.ts'
import { colourOf, isSeen, pixels, styleOf } from './style.ts'
import { type Words, wordsIn } from './words.ts'

/** What is known on the way to a piece of the slide. */
interface Context {
  readonly role: Role
  readonly step: number
  /** Whether it stands apart from the text around it, at a place of its own. */
  readonly apart: boolean
}

/** A text on its way to an item: texts of one group may become one box. */
interface Block extends Words {
  readonly context: Context
  readonly group: Element
  /** The id of the slide that it leads to. */
  readonly to: string | undefined
}

const roles: readonly (readonly [selector: string, role: Role])[] = [
  ['.folio', 'folio'],
  ['.foot', 'foot'],
  ['.rail', 'label'],
  ['.title', 'title'],
]

/** What counts as the same edge, in pixels. */
const close = 1.5

const isDrawing = (node: Node): node is SVGSVGElement => node.nodeName.toLowerCase() === 'svg'

// A slide holds no element that is neither HTML nor a drawing.
const isElement = (node: Node): node is HTMLElement =>
  node.nodeType === Node.ELEMENT_NODE && !isDrawing(node)

/** Whether a node stands in a line of text; one of a place of its own does not. */
function isInline(node: Node): boolean {
  if (!isElement(node)) return node.nodeType === Node.TEXT_NODE
  const { display, position, cssFloat } = styleOf(node)
  return (
    /^(inline|contents)/.test(display) &&
    /^(static|relative)$/.test(position) &&
    cssFloat === 'none' &&
    !node.matches('.folio') &&
    [...node.childNodes].every(isInline)
  )
}

/** The slide that a click on a text leads to, whether the text is a link or holds one. */
function targetOf(block: HTMLElement, inner: readonly HTMLElement[]): string | undefined {
  const link = 'a[href^="#"]'
  const found = block.closest(link) ?? inner.find((element) => element.matches(link))
  const hash = found?.getAttribute('href')?.slice(1)
  return hash && decodeURIComponent(hash)
}

/** The slide under measurement, and what was found on it. */
class Reading {
  readonly found: (Block | ShapeItem)[] = []
  private readonly section: HTMLElement
  private readonly fragments: readonly Element[]

  constructor(section: HTMLElement) {
    this.section = section
    this.fragments = [...section.querySelectorAll('.fragment')]
  }

  private add(shapes: readonly Shape[], { role, step }: Context, label?: string | null): void {
    const seen = shapes.filter(({ boxes, fill }) => {
      const { w, h } = boxAround(boxes)
      return (fill ? Math.min(w, h) : Math.max(w, h)) > 0.05
    })
    if (seen.length === 0) return
    const box = boxAround(seen.flatMap(({ boxes }) => boxes))
    this.found.push({ kind: 'shape', role, box, step, shapes: seen, ...(label && { label }) })
  }

  /** The ground and the borders of a box, or a ring. */
  private addBox(style: CSSStyleDeclaration, box: Box, context: Context): void {
    const round = style.borderTopLeftRadius === '50%'
    const fill = colourOf(style.backgroundColor)
    if (isSeen(style.backgroundColor)) this.add([{ boxes: [box], round, fill }], context)
    const edges = (['Top', 'Bottom', 'Left', 'Right'] as const)
      .map((edge) => ({
        edge,
        width: pixels(style[`border${edge}Width`]),
        css: style[`border${edge}Color`],
        dashed: style[`border${edge}Style`] === 'dashed',
      }))
      .filter(({ width, css }) => width > 0 && isSeen(css))
    const { x, y, w, h } = box
    for (const { edge, width, css, dashed } of edges) {
      const line = { colour: colourOf(css), width, dashed }
      if (edges.length === 4) {
        const middle = { x: x + width / 2, y: y + width / 2, w: w - width, h: h - width }
        this.add([{ boxes: [middle], round, line }], context)
        return
      }
      const across = edge === 'Top' || edge === 'Bottom'
      const left = edge === 'Right' ? x + w - width : x
      const top = edge === 'Bottom' ? y + h - width : y
      const bar = { x: left, y: top, w: across ? w : width, h: across ? width : h }
      const middle = across
        ? { ...bar, y: top + width / 2, h: 0 }
        : { ...bar, x: left + width / 2, w: 0 }
      const shape = dashed ? { boxes: [middle], line } : { boxes: [bar], fill: line.colour }
      this.add([shape], context)
    }
  }

  /** A box that the theme adds before or after the content; only one with a place of its own. */
  private addAdded(element: HTMLElement, pseudo: '::before' | '::after', context: Context): void {
    const style = styleOf(element, pseudo)
    if (style.content === 'none' || style.position !== 'absolute') return
    const holder = styleOf(element).position === 'static' ? element.offsetParent : element
    if (!holder) return
    const { left, top } = holder.getBoundingClientRect()
    const box = {
      x: left + pixels(styleOf(holder).borderLeftWidth) + pixels(style.left),
      y: top + pixels(styleOf(holder).borderTopWidth) + pixels(style.top),
      w: pixels(style.width),
      h: pixels(style.height),
    }
    this.addBox(style, box, context)
  }

  private contextOf(element: HTMLElement, { role, step, apart }: Context): Context {
    const own = roles.find(([selector]) => element.matches(selector))?.[1]
    const at = this.fragments.indexOf(element)
    return {
      role: own ?? role,
      step: at < 0 ? step : at + 1,
      apart: own ? false : apart || styleOf(element).position === 'absolute',
    }
  }

  walk(element: HTMLElement, outer: Context): void {
    const style = styleOf(element)
    if (style.display === 'none' || style.visibility === 'hidden') return
    const context = this.contextOf(element, outer)
    if (element !== this.section) {
      const { x, y, width: w, height: h } = element.getBoundingClientRect()
      this.addBox(style, { x, y, w, h }, context)
    }
    this.addAdded(element, '::before', context)
    let line: Node[] = []
    const flush = () => {
      const words = wordsIn(line, element)
      const inner = line
        .filter(isElement)
        .flatMap((node) => [node, ...node.querySelectorAll<HTMLElement>('*')])
      for (const one of inner) this.addAdded(one, '::before', context)
      line = []
      if (!words) return
      const to = targetOf(element, inner)
      this.found.push({ ...words, context, group: element.parentElement ?? element, to })
    }
    for (const child of element.childNodes) {
      if (isInline(child)) {
        line.push(child)
        continue
      }
      flush()
      if (isElement(child)) this.walk(child, context)
      else if (isDrawing(child) && styleOf(child).display !== 'none')
        this.add(drawingOf(child), context, child.getAttribute('aria-label'))
    }
    flush()
    this.addAdded(element, '::after', context)
  }
}

/** Whether a text goes on below another, so that both are paragraphs of one box. */
const goesOn = (above: Block, below: Block): boolean =>
  above.context.role === below.context.role &&
  above.context.step === below.context.step &&
  above.context.apart === below.context.apart &&
  above.to === below.to &&
  (above.context.role === 'title'
    ? !below.context.apart
    : above.group === below.group &&
      Math.abs(above.box.x - below.box.x) < close &&
      (below.paragraphs[0]?.first ?? 0) > (above.paragraphs.at(-1)?.last ?? 0) + close)

function textItem({ context: { role, step, apart }, box, paragraphs, to }: Block): TextItem {
  const own = role === 'title' && apart ? 'body' : role
  return { kind: 'text', role: own, box, step, paragraphs, ...(to && { to }) }
}

const textOf = ({ paragraphs }: TextItem): string =>
  paragraphs
    .map(({ lines }) => lines.map((runs) => runs.map(({ text }) => text).join('')).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')

/** What is read first: the content in the order of the page, then the rail, then the foot. */
const turn: readonly (readonly Role[])[] = [['title', 'body'], ['label'], ['folio'], ['foot']]

/**
 * Measures a slide whose corner is that of a window 1280 px wide, with all of its steps shown. The
 * title keeps all of its lines in one text; other texts are joined where one goes on below another.
 */
export function measureSlide(section: HTMLElement): Omit<SlidePicture, 'hidden' | 'notes'> {
  const reading = new Reading(section)
  reading.walk(section, { role: 'body', step: 0, apart: false })
  const joined: (Block | ShapeItem)[] = []
  for (const one of reading.found) {
    const last = joined.at(-1)
    if (last && 'group' in last && 'group' in one && goesOn(last, one)) {
      const box = boxAround([last.box, one.box])
      joined[joined.length - 1] = {
        ...last,
        box,
        paragraphs: [...last.paragraphs, ...one.paragraphs],
      }
    } else joined.push(one)
  }
  const all = joined.map((one): Item => ('group' in one ? textItem(one) : one))
  const items = turn.flatMap((roles) => all.filter(({ role }) => roles.includes(role)))
  // What follows the parts is named by the rail alone.
  const after = section.querySelector('.part-name[data-now="true"]')
  const title = items.find((item) => item.kind === 'text' && item.role === 'title')
  return {
    id: section.id,
    layout: section.dataset.layout ?? '',
    title: title?.kind === 'text' ? textOf(title) : (section.dataset.name ?? ''),
    part: section.dataset.part ?? after?.textContent ?? '',
    ground: colourOf(styleOf(section).backgroundColor),
    items,
  }
}
