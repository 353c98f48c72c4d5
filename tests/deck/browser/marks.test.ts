import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  has,
  newContext,
  openIn,
  presents,
  speakerPosition,
  speaks,
} from '../../browser/support/browser.ts'
import { addressesOf } from '../../browser/support/deployments.ts'
import { cutLines, expectWhole, viewports } from '../../browser/support/marks.ts'
import { slides } from '../../support/slides.ts'

describe('at 1920×1080, 1366×768 and 360×740 no mark of a letter is cut', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openIn(await newContext(), addressesOf('the built site').deck))
  })
  afterAll(() => page.context().close())

  test('on the slides, the check page and the outline', async () => {
    const { check, outline } = addressesOf('the built site')
    await presents(page)
    const shown = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('section')].filter((slide) =>
            slide.checkVisibility({ visibilityProperty: true }),
          ).length,
      )
    // All slides and all their steps, one upon another.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`
        .presenting :is(section, .fragment) { visibility: visible !important }
        section { display: block !important }
      `)
      document.adoptedStyleSheets = [sheet]
    })
    expect(await shown()).toBe(slides.length)
    await expectWhole(page, 'deck')
    await has(page, 'html.narrow')
    expect(await shown()).toBe(slides.length)
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
    for (const viewport of viewports) {
      await page.setViewportSize(viewport)
      for (const { id } of slides) {
        await page.evaluate(
          (id) => document.querySelector<HTMLElement>(`#contents a[href="#${id}"]`)?.click(),
          id,
        )
        expect(await speakerPosition(page)).toEqual({ id, step: 0 })
        expect(await cutLines(page), `${id}, ${viewport.width} px`).toEqual([])
      }
    }
  })
})
