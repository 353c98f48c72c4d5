import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck.ts'
import { newContext, openIn, presents, speaks } from './browser.ts'
import { readVersionFile, workshop } from './hands.ts'
import { addressesOf } from './homes.ts'

/** Lines whose letters, marks included, reach out of a box that cuts what it holds. */
const cutLines = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const cuts = (style: CSSStyleDeclaration) => style.overflowY !== 'visible'
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
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
  })

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

describe.for([
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
])('at $width×$height no mark of a letter is cut', (viewport) => {
  test('on the slides, the check page and the outline', async () => {
    const context = await newContext({ viewport })
    const { deck: address, check, outline } = addressesOf('the built site')
    const { page } = await openIn(context, address)
    if (viewport.width > 700) {
      await presents(page)
      await page.keyboard.press('o')
    }
    expect(await cutLines(page)).toEqual([])
    for (const other of [check, outline]) {
      await page.goto(other)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      expect(await cutLines(page), other).toEqual([])
    }
    await context.close()
  })

  test('on the page to read beforehand, its dialogs and its fields', async () => {
    const context = await newContext({ viewport })
    const { page } = await openIn(context, addressesOf('the built site').review)
    await workshop(page)
    await readVersionFile(page)
    await page.waitForSelector('#rieng-1')
    expect(await cutLines(page)).toEqual([])
    expect(await lowFields(page)).toEqual([])
    for (const key of ['m', '/', 'h', 'i']) {
      await page.keyboard.press(key)
      await page.waitForSelector('dialog[open]')
      expect(await cutLines(page), key).toEqual([])
      expect(await lowFields(page), key).toEqual([])
      await page.keyboard.press('Escape')
    }
    await context.close()
  })

  test('on the speaker’s screen, slide by slide', async () => {
    const context = await newContext({ viewport })
    const { page } = await openIn(context, addressesOf('the built site').speaker)
    await speaks(page)
    for (const { id } of slidesOf(deck)) {
      expect(await cutLines(page), id).toEqual([])
      const [first = ''] = await page
        .locator('.present .frame')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.shown))
      for (let press = 0; press < 7; press++) {
        await page.keyboard.press('PageDown')
        if ((await page.locator('.present .frame').getAttribute('data-shown')) !== first) break
      }
    }
    await context.close()
  })
})

test('a mark that is cut would be seen', async () => {
  const { page } = await openIn(await newContext(), addressesOf('the built site').outline)
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
  await page.context().close()
})
