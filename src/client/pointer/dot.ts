import { type Pointed, slideSize } from '../../model/talk/pointed.ts'

/** Radius of the dot, and half the width of its trail where it begins, in units of the slide. */
const radius = 13
const half = 9

/** How long the trail is, and how long the dot takes to where it was sent last, in ms. */
const memory = 220
const glide = 60

interface Point {
  readonly x: number
  readonly y: number
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** A part of a drawing. */
export const part = (name: string): SVGElement =>
  document.createElementNS('http://www.w3.org/2000/svg', name)

const short = (length: number): string => length.toFixed(1)

/** The outline of a trail through these points, the oldest first: from a tip to full width. */
export function trailOf(points: readonly Point[]): string {
  const last = points.length - 1
  const sides = points.map(({ x, y }, index) => {
    const [before, after] = [points[Math.max(index - 1, 0)], points[Math.min(index + 1, last)]]
    const [dx, dy] = before && after ? [after.x - before.x, after.y - before.y] : [0, 0]
    const wide = (half * index) / last / (Math.hypot(dx, dy) || 1)
    return [
      `${short(x - dy * wide)} ${short(y + dx * wide)}`,
      `${short(x + dy * wide)} ${short(y - dx * wide)}`,
    ] as const
  })
  if (last < 1) return ''
  return `M${[...sides.map(([left]) => left), ...sides.map(([, right]) => right).reverse()].join('L')}Z`
}

/** The dot on a slide, with a trail where it moves; without one for whoever wants no motion. */
export class Dot {
  readonly #drawing = part('svg')
  readonly #trail = part('path')
  readonly #circle = part('circle')
  #from: Point = { x: 0, y: 0 }
  #to: Point = this.#from
  #since = 0
  #points: (Point & { readonly when: number })[] = []
  #frame = 0

  constructor() {
    this.#drawing.setAttribute('class', 'pointer')
    this.#drawing.setAttribute('viewBox', `0 0 ${slideSize.width} ${slideSize.height}`)
    this.#drawing.setAttribute('aria-hidden', 'true')
    this.#circle.setAttribute('r', String(radius))
    this.#drawing.append(this.#trail, this.#circle)
  }

  /** Shows the dot on a slide; `glides` if it moves there from where it is, as places come seldom. */
  put(section: HTMLElement, [x, y]: NonNullable<Pointed['at']>, glides: boolean): void {
    const now = performance.now()
    const isNew = this.#drawing.parentElement !== section
    if (isNew) {
      this.hide()
      section.append(this.#drawing)
    }
    this.#from = glides && !isNew && !calm.matches ? this.#place(now) : { x, y }
    this.#to = { x, y }
    this.#since = now
    if (this.#frame === 0) this.#draw(now)
  }

  /** Takes the dot and its trail away. */
  hide(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#points = []
    this.#drawing.remove()
  }

  #place(now: number): Point {
    const share = Math.min(Math.max((now - this.#since) / glide, 0), 1)
    const [from, to] = [this.#from, this.#to]
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  }

  #draw(now: number): void {
    const { x, y } = this.#place(now)
    this.#circle.setAttribute('cx', short(x))
    this.#circle.setAttribute('cy', short(y))
    this.#points = calm.matches ? [] : this.#points.filter(({ when }) => now - when < memory)
    const last = this.#points.at(-1)
    if (!calm.matches && (last?.x !== x || last.y !== y)) this.#points.push({ x, y, when: now })
    this.#trail.setAttribute('d', trailOf(this.#points))
    // At rest nothing is drawn until the next place.
    const moves = this.#points.length > 1 || x !== this.#to.x || y !== this.#to.y
    this.#frame = moves ? requestAnimationFrame((now) => this.#draw(now)) : 0
  }
}
