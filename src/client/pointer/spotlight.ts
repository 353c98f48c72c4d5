import { slideSize } from '../../model/talk/pointed.ts'
import type { Session } from '../session/session.ts'
import type { Box } from './boxes.ts'
import { part } from './dot.ts'
import { nextRow, type Row, rowsIn } from './rows.ts'

/** What is bright around the letters of a row, in units of a slide. */
const margin = { x: 12, y: 7 }

/** A rectangle of a drawing. */
function rectangle({ left, top, right, bottom }: Box, fill: string): SVGElement {
  const made = part('rect')
  for (const [name, value] of Object.entries({
    ...{ x: left, y: top, width: right - left, height: bottom - top },
    fill,
  })) {
    made.setAttribute(name, String(value))
  }
  return made
}

/**
 * The spotlight of a window's slide: the rest is dimmed by its ground, with holes where the row is.
 * The row is measured where it is drawn, so that it is the same row in every window, of any size.
 */
export class Spotlight {
  readonly #session: Session
  readonly #slide: () => HTMLElement | null | undefined
  readonly #drawing = part('svg')
  readonly #mask = part('mask')
  /** Where the row stands that was announced. */
  #said = ''
  readonly #sized = new ResizeObserver(() => this.draw())

  constructor(session: Session, slide: () => HTMLElement | null | undefined) {
    this.#session = session
    this.#slide = slide
    this.#drawing.setAttribute('class', 'spotlight')
    this.#drawing.setAttribute('aria-hidden', 'true')
    this.#mask.id = 'spotlight'
    this.#mask.setAttribute('maskUnits', 'userSpaceOnUse')
    const shade = part('rect')
    shade.setAttribute('width', '100%')
    shade.setAttribute('height', '100%')
    shade.setAttribute('mask', 'url(#spotlight)')
    this.#drawing.append(this.#mask, shade)
    session.onChange(() => this.draw())
    // Other fonts set the lines elsewhere.
    document.fonts.addEventListener('loadingdone', () => this.draw())
    this.draw()
  }

  /** Puts the spotlight on the next row or the one before; past the last or the first, on none. */
  move(way: 1 | -1): void {
    const { view } = this.#session
    const slide = this.#slide()
    if (!slide || view.screen !== 'slide') return
    const rows = rowsIn(slide)
    const fragment = [...slide.querySelectorAll('.fragment.visible')].at(-1)
    const current = fragment ? rows.findIndex((row) => row.isIn(fragment)) : 0
    this.#session.show({ spot: nextRow(rows, view.spot, way, current) })
  }

  /** Draws the spotlight as the view and the layout of the slide are now. */
  draw(): void {
    const { spot } = this.#session.view
    const slide = this.#slide()
    const row = slide && spot !== undefined ? rowsIn(slide)[spot] : undefined
    if (!slide || !row) {
      this.#sized.disconnect()
      this.#drawing.remove()
      this.#said = ''
      return
    }
    if (this.#drawing.parentElement !== slide) {
      this.#sized.disconnect()
      this.#sized.observe(slide)
      slide.append(this.#drawing)
    }
    const place = `${this.#session.view.slide} ${spot}`
    if (place !== this.#said) this.#announce(row)
    this.#said = place
    const { left, top, width, height } = slide.getBoundingClientRect()
    const unit = Math.max(width / slideSize.width, 0.5)
    const all = { left: 0, top: 0, right: width, bottom: height }
    const holes = row.boxes().map((box) => ({
      left: box.left - left - margin.x * unit,
      top: box.top - top - margin.y * unit,
      right: box.right - left + margin.x * unit,
      bottom: box.bottom - top + margin.y * unit,
    }))
    this.#drawing.setAttribute('viewBox', `0 0 ${width} ${height}`)
    this.#mask.replaceChildren(
      rectangle(all, 'white'),
      ...holes.map((hole) => rectangle(hole, 'black')),
    )
  }

  /** Whoever listens hears the row that others see; the rest stays readable as it was. */
  #announce({ text }: Row): void {
    const announcer = document.querySelector('.announcer')
    if (announcer) announcer.textContent = text
  }
}
