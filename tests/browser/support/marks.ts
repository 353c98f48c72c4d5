import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Lines whose letters, marks included, reach out of a box that cuts what it holds. */
export const cutLines = (page: Page, part = 'body'): Promise<readonly string[]> =>
  page.evaluate((part) => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const cuts = (style: CSSStyleDeclaration) => style.overflowY !== 'visible'
    const found: string[] = []
    const walker = document.createTreeWalker(
      document.querySelector(part) as Element,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const parent = node.parentElement as HTMLElement
      const text = (node.textContent ?? '').trim()
      if (!text || !parent.checkVisibility({ visibilityProperty: true })) continue
      const style = getComputedStyle(parent)
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const ink = pen.measureText(text)
      let box: HTMLElement | null = parent
      while (box && !cuts(getComputedStyle(box))) box = box.parentElement
      if (!box || box === document.body || box === document.documentElement) continue
      const frame = box.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        const base = line.top + ink.fontBoundingBoxAscent
        const top = base - ink.actualBoundingBoxAscent
        const bottom = base + ink.actualBoundingBoxDescent
        // What is scrolled away is cut by intent.
        const within = line.top >= frame.top - 0.25 && line.bottom <= frame.bottom + 0.25
        if (within && (top < frame.top - 0.5 || bottom > frame.bottom + 0.5)) found.push(text)
      }
    }
    return found
  }, part)

/** Fields that are lower than the tallest letters of Vietnamese, Ẫ over Ự. */
const lowFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('input, textarea')].filter(
      (field) => field.checkVisibility({ visibilityProperty: true }) && field.offsetWidth > 0,
    )
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    return fields.flatMap((field) => {
      const { fontWeight, fontSize, fontFamily, paddingTop, paddingBottom } =
        getComputedStyle(field)
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const ink = pen.measureText('ẪỰ')
      const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent
      const room =
        field.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
      const { type = '' } = field as HTMLInputElement
      return ['radio', 'file'].includes(type) || room >= height
        ? []
        : [(field as HTMLInputElement).name]
    })
  })

/** A projector’s, a small laptop’s, a phone’s. */
export const viewports = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
]

/** No mark is cut and no field is low, in each viewport; a dialog changes nothing behind it. */
export async function expectWhole(page: Page, what: string, part?: string): Promise<void> {
  for (const viewport of viewports) {
    await page.setViewportSize(viewport)
    // A frame later the page has turned to be read, or to be presented.
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await cutLines(page, part), `${what}, ${viewport.width} px`).toEqual([])
    expect(await lowFields(page), `${what}, ${viewport.width} px`).toEqual([])
  }
}
