import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { newContext, openIn, presents, speakerPosition, speaks } from '../support/browser.ts'
import { addressesOf } from '../support/deployments.ts'
import { readVersionFile, workshop } from '../support/page-actions.ts'

/** Lines whose letters, marks included, reach out of a box that cuts what it holds. */
const cutLines = (page: Page, part = 'body'): Promise<readonly string[]> =>
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
  page.locator('input:visible, textarea:visible').evaluateAll((fields) => {
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

const rooms = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
]

/** No mark is cut and no field is low, in each room; a dialog changes nothing behind it. */
async function expectWhole(page: Page, what: string, part?: string): Promise<void> {
  for (const room of rooms) {
    await page.setViewportSize(room)
    // A frame later the page has turned to be read, or to be presented.
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await cutLines(page, part), `${what}, ${room.width} px`).toEqual([])
    expect(await lowFields(page), `${what}, ${room.width} px`).toEqual([])
  }
}

describe('at 1920×1080, 1366×768 and 360×740 no mark of a letter is cut', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openIn(await newContext(), addressesOf('the built site').deck))
  })
  afterAll(() => page.context().close())

  test('on the slides, the check page and the outline', async () => {
    const { check, outline } = addressesOf('the built site')
    await presents(page)
    await page.keyboard.press('o')
    await expectWhole(page, 'deck')
    expect(await page.locator('html.reading section:visible').count()).toBe(21)
    for (const other of [check, outline]) {
      await page.goto(other)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await expectWhole(page, other)
    }
  })

  test('on the outline: one that is cut would be seen', async () => {
    await page.evaluate(() => {
      const box = document.createElement('p')
      box.textContent = 'ẪỰ'
      box.id = 'cut'
      document.body.append(box)
    })
    await page.evaluate(() => {
      // The policy allows no style of the page's own; one set by hand is the test's.
      const box = document.getElementById('cut') as HTMLElement
      box.style.overflow = 'hidden'
      box.style.font = '700 100px/normal "Be Vietnam Pro"'
      box.style.padding = '0'
    })
    await page.evaluate(() => document.fonts.load('700 100px "Be Vietnam Pro"', 'ẪỰ').then(() => 0))
    expect(await cutLines(page)).toEqual(['ẪỰ'])
  })

  test('on the speaker’s screen, slide by slide', async () => {
    await page.goto(addressesOf('the built site').speaker)
    await speaks(page)
    for (const room of rooms) {
      await page.setViewportSize(room)
      for (const { id } of slidesOf(deck)) {
        await page
          .locator(`#contents a[href="#${id}"]`)
          .evaluate((link: HTMLElement) => link.click())
        expect(await speakerPosition(page)).toEqual({ id, step: 0 })
        expect(await cutLines(page), `${id}, ${room.width} px`).toEqual([])
      }
    }
  })

  test('on the page to read beforehand, its dialogs and its fields', async () => {
    // The last: what is kept here would change the other pages.
    await page.goto(addressesOf('the built site').review)
    await page.setViewportSize({ width: 1366, height: 768 })
    await workshop(page)
    await readVersionFile(page)
    await page.waitForSelector('#rieng-1')
    await expectWhole(page, 'page')
    for (const key of ['m', '/', 'h', 'i']) {
      await page.keyboard.press(key)
      await page.waitForSelector('dialog[open]')
      await expectWhole(page, key, 'dialog[open]')
      await page.keyboard.press('Escape')
    }
  })
})
