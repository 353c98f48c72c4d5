import type {
  Box,
  Item,
  Point,
  Role,
  Segment,
  Shape,
  ShapeItem,
  SlidePicture,
  TextItem,
} from '../picture.ts'
import { boxAround, drawingOf } from './drawing.ts'
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

/** Whether a node stands in a line of text; one of a place of its own does not. */
function isInline(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return true
  // Checked by its type.
  if (node.nodeType !== Node.ELEMENT_NODE || isDrawing(node)) return false
  const element = node as Element
  const { display, position, cssFloat } = styleOf(element)
  return (
    /^(inline|contents)/.test(display) &&
    /^(static|relative)$/.test(position) &&
    cssFloat === 'none' &&
    !element.matches('.folio') &&
    [...element.childNodes].every(isInline)
  )
}

/** An element and those within it; none for a text. */
const elementsIn = (node: Node): readonly HTMLElement[] =>
  node.nodeType === Node.ELEMENT_NODE
    ? // Checked by its type.
      [node as HTMLElement, ...(node as HTMLElement).querySelectorAll<HTMLElement>('*')]
    : []

/** The slide under measurement: where it lies in the window, and what was found on it. */
class Reading {
  readonly found: (Block | { readonly role: Role; readonly item: ShapeItem })[] = []
  private readonly section: HTMLElement
  private readonly stage: HTMLElement
  private readonly origin: Point
  private readonly fragments: readonly Element[]

  constructor(section: HTMLElement, stage: HTMLElement) {
    this.section = section
    this.stage = stage
    const { left, top } = section.getBoundingClientRect()
    this.origin = [left, top]
    this.fragments = [...section.querySelectorAll('.fragment')]
  }

  private place({ x, y, w, h }: Box): Box {
    return { x: x - this.origin[0], y: y - this.origin[1], w, h }
  }

  private addShapes(shapes: readonly Shape[], context: Context, label?: string): void {
    const seen = shapes.filter(({ box: { w, h } }) => w > 0.05 && h > 0.05)
    if (seen.length === 0) return
    const box = boxAround(seen.map((shape) => shape.box))
    const { role, step } = context
    this.found.push({
      role,
      item: { kind: 'shape', box, step, shapes: seen, ...(label && { label }) },
    })
  }

  /** The ground and the borders of a box, or a ring. */
  private addBox(style: CSSStyleDeclaration, rect: Box, context: Context): void {
    const box = this.place(rect)
    const isRound = style.borderTopLeftRadius === '50%'
    const outline = ({ x, y, w, h }: Box): Pick<Shape, 'path'> =>
      isRound ? { path: [{ to: 'O', at: [x + w / 2, y + h / 2], radius: w / 2 }] } : {}
    if (isSeen(style.backgroundColor)) {
      this.addShapes([{ box, fill: colourOf(style.backgroundColor), ...outline(box) }], context)
    }
    const { x, y, w, h } = box
    const edges = (['Top', 'Bottom', 'Left', 'Right'] as const)
      .map((edge) => ({
        edge,
        size: pixels(style[`border${edge}Width`]),
        colour: style[`border${edge}Color`],
        dashed: style[`border${edge}Style`] === 'dashed',
      }))
      .filter(({ size, colour }) => size > 0 && isSeen(colour))
    const [first] = edges
    if (first && edges.length === 4) {
      const { size: width, colour, dashed } = first
      const inner = { x: x + width / 2, y: y + width / 2, w: w - width, h: h - width }
      const line = { colour: colourOf(colour), width, dashed }
      this.addShapes([{ box: inner, line, ...outline(inner) }], context)
      return
    }
    for (const { edge, size, colour, dashed } of edges) {
      const across = edge === 'Top' || edge === 'Bottom'
      const left = edge === 'Right' ? x + w - size : x
      const top = edge === 'Bottom' ? y + h - size : y
      const bar = { x: left, y: top, w: across ? w : size, h: across ? size : h }
      if (!dashed) {
        this.addShapes([{ box: bar, fill: colourOf(colour) }], context)
        continue
      }
      const from: Point = across ? [left, top + size / 2] : [left + size / 2, top]
      const at: Point = across ? [left + w, from[1]] : [from[0], top + h]
      const path: readonly Segment[] = [
        { to: 'M', at: from },
        { to: 'L', at },
      ]
      const line = { colour: colourOf(colour), width: size, dashed }
      this.addShapes([{ box: bar, line, path }], context)
    }
  }

  /** A box that the theme adds before or after the content; only one with a place of its own. */
  private addAdded(element: HTMLElement, pseudo: '::before' | '::after', context: Context): void {
    const style = styleOf(element, pseudo)
    if (style.content === 'none' || style.position !== 'absolute') return
    const holder = styleOf(element).position === 'static' ? element.offsetParent : element
    if (!holder) return
    const { left, top } = holder.getBoundingClientRect()
    const rect = {
      x: left + pixels(styleOf(holder).borderLeftWidth) + pixels(style.left),
      y: top + pixels(styleOf(holder).borderTopWidth) + pixels(style.top),
      w: pixels(style.width),
      h: pixels(style.height),
    }
    this.addBox(style, rect, context)
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
      const words = wordsIn(line, element, this.stage)
      line = []
      if (!words) return
      const group = element.parentElement ?? element
      const [left, top] = this.origin
      this.found.push({
        box: this.place(words.box),
        paragraphs: words.paragraphs.map((paragraph) => ({
          ...paragraph,
          left: paragraph.left - left,
          first: paragraph.first - top,
          last: paragraph.last - top,
        })),
        context,
        group,
      })
    }
    for (const child of element.childNodes) {
      if (isInline(child)) {
        line.push(child)
        for (const inner of elementsIn(child)) this.addAdded(inner, '::before', context)
        continue
      }
      flush()
      if (isDrawing(child)) {
        if (styleOf(child).display === 'none') continue
        const label = child.getAttribute('aria-label') ?? undefined
        this.addShapes(drawingOf(child, this.origin), context, label)
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        // Checked by its type; a slide holds no element that is neither HTML nor a drawing.
        this.walk(child as HTMLElement, context)
      }
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
  (above.context.role === 'title'
    ? !below.context.apart
    : above.group === below.group &&
      Math.abs(above.box.x - below.box.x) < close &&
      (below.paragraphs[0]?.first ?? 0) > (above.paragraphs.at(-1)?.last ?? 0) + close)

const joined = (above: Block, below: Block): Block => {
  const x = Math.min(above.box.x, below.box.x)
  const right = Math.max(above.box.x + above.box.w, below.box.x + below.box.w)
  const bottom = below.box.y + below.box.h
  return {
    ...above,
    box: { x, y: above.box.y, w: right - x, h: bottom - above.box.y },
    paragraphs: [...above.paragraphs, ...below.paragraphs],
  }
}

const textOf = ({ paragraphs }: TextItem): string =>
  paragraphs
    .map(({ lines }) => lines.map((runs) => runs.map(({ text }) => text).join('')).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')

/** What is read first: the content in the order of the page, then the rail, then the foot. */
const turn: readonly (readonly Role[])[] = [['title', 'body'], ['label'], ['folio'], ['foot']]

/**
 * Measures a slide that stands whole on `stage`, 1280 px wide, with all of its steps shown. The
 * title keeps all of its lines in one text; other texts are joined where one goes on below another.
 */
export function measureSlide(
  section: HTMLElement,
  stage: HTMLElement,
): Omit<SlidePicture, 'hidden' | 'notes'> {
  const reading = new Reading(section, stage)
  reading.walk(section, { role: 'body', step: 0, apart: false })
  const items: { readonly role: Role; readonly item: Item }[] = []
  let open: Block | undefined
  const close = () => {
    if (!open) return
    const { box, paragraphs, context } = open
    const role = context.role === 'title' && context.apart ? 'body' : context.role
    items.push({ role, item: { kind: 'text', role, box, step: context.step, paragraphs } })
    open = undefined
  }
  for (const one of reading.found) {
    if ('group' in one && open && goesOn(open, one)) {
      open = joined(open, one)
      continue
    }
    close()
    if ('group' in one) open = one
    else items.push(one)
  }
  close()
  const ordered = turn.flatMap((roles) =>
    items.filter(({ role }) => roles.includes(role)).map(({ item }) => item),
  )
  // What follows the parts is named by the rail alone.
  const after = section.querySelector('.part-name[data-now="true"]')
  const title = ordered.find((item) => item.kind === 'text' && item.role === 'title')
  return {
    id: section.id,
    layout: section.dataset.layout ?? '',
    title: title?.kind === 'text' ? textOf(title) : (section.dataset.name ?? ''),
    part: section.dataset.part ?? after?.textContent ?? '',
    ground: colourOf(styleOf(section).backgroundColor),
    items: ordered,
  }
}
