import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The dot of the pointer: on which slide, and where in its units. */
export interface ShownDot {
  readonly slide: string
  readonly x: number
  readonly y: number
}

/** Where the dot stands in a window; undefined if there is none. */
export const dotOn = (page: Page) =>
  page.evaluate(() => {
    const circle = document.querySelector('.pointer circle')
    if (!circle) return
    const read = (name: string) => Math.round(Number(circle.getAttribute(name)))
    const section = circle.closest('section')
    const frame = circle.closest<HTMLElement>('.frame')
    return { slide: section?.id || frame?.dataset.shown, x: read('cx'), y: read('cy') }
  })

/** Waits until a window shows the dot there, or none. */
export const shows = (page: Page, dot: ShownDot | undefined) =>
  expect.poll(() => dotOn(page)).toEqual(dot)

/** The slide in the frame of a speaker's screen. */
const framed = '.present .frame section'

/** The point of a window where a place of the slide in it lies. */
export const pointOf = (page: Page, x: number, y: number, selector = framed) =>
  page.evaluate(
    ([x, y, selector]) => {
      const box = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return [box.left + (x / 1280) * box.width, box.top + (y / 720) * box.height] as const
    },
    [x, y, selector] as const,
  )

/** Moves the mouse to a place of a slide. */
export const move = async (page: Page, x: number, y: number, selector = framed) =>
  page.mouse.move(...(await pointOf(page, x, y, selector)))

/** Points for the first time, which loads what points; moves until the dot is there. */
export const movesFirst = (page: Page, { slide, x, y }: ShownDot) =>
  expect
    .poll(async () => {
      await move(page, x + 1, y)
      await move(page, x, y)
      return dotOn(page)
    })
    .toEqual({ slide, x, y })
