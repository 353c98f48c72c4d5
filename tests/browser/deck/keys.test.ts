import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { lastId, numberOf, spokenPlace } from '../../support/slides.ts'
import {
  countOf,
  isVisible,
  openIn,
  position,
  present,
  presents,
  speaks,
  textOf,
} from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

let page: Page

beforeAll(async () => {
  ;({ page } = await present())
})
beforeEach(async () => {
  await page.keyboard.press('Home')
})
afterAll(() => page.context().close())

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
  return position(page)
}
const isCovered = () => isVisible(page, '.pause-overlay')
const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
const ground = () =>
  page.evaluate(() => {
    const slide = document.querySelector('section.present')
    return slide && getComputedStyle(slide).backgroundColor
  })
const isOverview = () => isVisible(page, '#overview')

describe('keys', () => {
  test('step forward and back, fragment by fragment', async () => {
    expect(await press('PageDown')).toEqual({ id: 'tu-sach', step: 0 })
    expect(await press('ArrowRight')).toEqual({ id: 'tu-sach', step: 1 })
    expect(await press(' ')).toEqual({ id: 'khach-moi', step: 0 })
    expect(await press('PageUp')).toEqual({ id: 'tu-sach', step: 1 })
    expect(await press('ArrowUp', 'Backspace')).toEqual({ id: 'ngay-sach', step: 0 })
  })

  test('turn the page with Space from a link too, which Enter follows', async () => {
    const link = page.locator('#chuyen-ke .foot a')
    await goTo(page, 'chuyen-ke')
    await link.focus()
    expect(await press(' ')).not.toEqual({ id: 'chuyen-ke', step: 0 })
    await goTo(page, 'chuyen-ke')
    await link.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => position(page)).toEqual({ id: 've-nguon', step: 0 })
  })

  test('stop at both ends', async () => {
    expect(await press('PageUp')).toEqual({ id: 'ngay-sach', step: 0 })
    expect(await press('End', 'PageDown', 'PageDown')).toEqual({ id: lastId, step: 0 })
  })

  test('go to a page by its number and Enter', async () => {
    const digits = String(numberOf('viec-3'))
    expect(digits).toHaveLength(2)
    expect(await press(...digits, 'Enter')).toEqual({ id: 'viec-3', step: 0 })
    expect(await press('9', '9', '9', 'Enter')).toEqual({ id: lastId, step: 0 })
    expect(await press('0', 'Enter')).toEqual({ id: 'ngay-sach', step: 0 })
    expect(await press('2', 'PageDown', 'Enter')).toEqual({ id: 'tu-sach', step: 1 })
  })

  test('go to a page whose digits an input method hides', async () => {
    const [first, second] = String(numberOf('viec-3'))
    for (const code of [`Digit${first}`, `Numpad${second}`]) {
      await page.evaluate((code) => {
        dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code }))
      }, code)
    }
    expect(await press('Enter')).toEqual({ id: 'viec-3', step: 0 })
  })

  test.for([
    ['b', 'Màn chiếu đang tắt', 'rgb(0, 0, 0)'],
    ['.', 'Màn chiếu đang tắt', 'rgb(0, 0, 0)'],
    ['w', 'Màn chiếu đang trắng', 'rgb(255, 255, 255)'],
    [',', 'Màn chiếu đang trắng', 'rgb(255, 255, 255)'],
  ] as const)(
    'hide the slide with %s, in both schemes, and the next key only brings it back',
    async ([key, said, colour]) => {
      const cover = page.locator('.pause-overlay')
      await press('PageDown', 'd', key)
      expect(await isCovered()).toBe(true)
      expect(await textOf(page, '.announcer')).toBe(said)
      expect(await cover.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(colour)
      expect(await press('PageDown')).toEqual({ id: 'tu-sach', step: 0 })
      expect(await isCovered()).toBe(false)
      await press('d')
    },
  )

  test('turn to no page for a digit that was held with Ctrl, nor while the screen is black', async () => {
    expect(await press('PageDown', 'Control+0', 'Enter')).toEqual({ id: 'tu-sach', step: 1 })
    expect(await press('b', '7', 'Enter')).toEqual({ id: 'tu-sach', step: 1 })
    expect(await isCovered()).toBe(false)
  })

  test('switch once, however long they are held', async () => {
    for (let count = 0; count < 4; count++) await page.keyboard.down('b')
    await page.keyboard.up('b')
    expect(await isCovered()).toBe(true)
    await press('PageDown')
  })

  test('work at once after a click has brought the slide back', async () => {
    await press('PageDown', 'b')
    await page.locator('.pause-overlay').click()
    expect(await isCovered()).toBe(false)
    expect(await press('PageDown')).toEqual({ id: 'tu-sach', step: 1 })
  })

  test('never open the overview with Escape, nor leave the slide', async () => {
    expect(await press('PageDown', 'Escape', 'Escape')).toEqual({ id: 'tu-sach', step: 0 })
    expect(await isOverview()).toBe(false)
  })
})

describe('the full screen', () => {
  test('starts with F5 from the first slide and does not load the page again', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same', 'page'))
    expect(await press('End', 'F5')).toEqual({ id: 'ngay-sach', step: 0 })
    await expect.poll(isFull).toBe(true)
    expect(await page.getAttribute('body', 'data-same')).toBe('page')
  })

  test('comes back with F5 on the same slide and step once the show has begun', async () => {
    await press('PageDown', 'PageDown')
    await page.evaluate(() => document.exitFullscreen())
    await expect.poll(isFull).toBe(false)
    expect(await press('F5')).toEqual({ id: 'tu-sach', step: 1 })
    await expect.poll(isFull).toBe(true)
  })

  describe('of a deck that was loaded again', () => {
    let speaker: Page
    beforeAll(async () => {
      ;({ page: speaker } = await openIn(page.context(), '/speaker.html'))
      await speaks(speaker)
    })
    afterAll(() => speaker.close())

    const answer = async (way: string) => {
      await speaker.locator('[data-command="reset"]').click()
      await speaker.locator(`#resetting ${way}`).click()
    }

    test.for(['.reset', '.restart', 'Home'])(
      'starts from the first slide after %s',
      async (way) => {
        await speaker.bringToFront()
        await answer('.restart')
        await speaker.keyboard.press('End')
        await expect.poll(() => position(page)).toEqual({ id: lastId, step: 0 })
        await expect.poll(() => page.evaluate(() => history.state)).toMatch(/^written/)
        await page.reload()
        await presents(page)
        expect(await position(page)).toEqual({ id: lastId, step: 0 })
        if (way === 'Home') await speaker.keyboard.press(way)
        else await answer(way)
        await goTo(speaker, 'sach-moi')
        await expect.poll(() => position(page)).toEqual({ id: 'sach-moi', step: 0 })
        await page.bringToFront()
        await page.keyboard.press('F5')
        expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
      },
    )
  })

  /** A screen that is being filled, or left, is not full, or free, at once. */
  const leaveFull = async () => {
    await expect.poll(isFull).toBe(true)
    await page.evaluate(() => document.exitFullscreen())
    await expect.poll(isFull).toBe(false)
  }

  test('starts from here with Shift and F5', async () => {
    await leaveFull()
    expect(await press('PageDown', 'Shift+F5')).toEqual({ id: 'tu-sach', step: 0 })
    await leaveFull()
  })

  test('shows the overview too', async () => {
    await press('f')
    await expect.poll(isFull).toBe(true)
    await press('o')
    expect(await isOverview()).toBe(true)
    await leaveFull()
    expect(await isOverview()).toBe(true)
    await press('Escape')
    expect(await isOverview()).toBe(false)
  })
})

describe('the address', () => {
  test('names slide and step, and leads back to both, scheme and darkness kept', async () => {
    await goTo(page, 'con-so')
    await press('PageDown', 'd', 'b')
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/con-so/0')
    await page.reload()
    await presents(page)
    expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
    expect(await ground()).toBe('rgb(51, 10, 10)')
    const said = () => textOf(page, '.announcer')
    await expect.poll(said).toBe('Màn chiếu đang tắt')
    await press('b')
    expect(await said()).toContain(`${spokenPlace('con-so')}: `)
    await press('d')
    expect(await ground()).toBe('rgb(255, 253, 247)')
  })

  test('is obeyed though the deck writes its own at that moment', async () => {
    await page.evaluate(() => {
      location.hash = '#viec-3'
      history.replaceState('written 0', '', '#/ngay-sach')
    })
    await expect.poll(() => position(page)).toEqual({ id: 'viec-3', step: 0 })
  })

  test('may be a plain link to a slide', async () => {
    await page.evaluate(() => {
      location.hash = '#viec-3'
    })
    await expect.poll(() => position(page)).toEqual({ id: 'viec-3', step: 0 })
  })

  test('of a citation leads to the page about the source', async () => {
    await goTo(page, 'chuyen-ke')
    await page.locator('#chuyen-ke .foot a').click()
    await expect.poll(() => position(page)).toEqual({ id: 've-nguon', step: 0 })
  })
})

describe('the page', () => {
  test('obeys no message from another window', async () => {
    await page.evaluate(() => postMessage(JSON.stringify({ method: 'slide', args: [5] }), '*'))
    await page.waitForTimeout(100)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
  })

  test('announces number and name, and is no application', async () => {
    await goTo(page, 'viec-3')
    expect(await textOf(page, '.announcer')).toBe(`${spokenPlace('viec-3')}: Việc 3`)
    expect(await countOf(page, '[role="application"], .aria-status')).toBe(0)
  })

  test('shows its buttons while the pointer moves, each of which works', async () => {
    const opacity = () => page.locator('.toolbar').evaluate((bar) => getComputedStyle(bar).opacity)
    await expect.poll(opacity, { timeout: 5000, interval: 250 }).toBe('0')
    await page.mouse.move(300, 300)
    await page.getByRole('button', { name: 'Trang sau' }).click()
    expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
    await page.getByRole('button', { name: 'Trang trước' }).click()
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    const turnScheme = async () => {
      await page.mouse.move(310, 310)
      await page.getByRole('button', { name: 'Thêm' }).click()
      await page.locator('#help [data-command="scheme"]').click()
    }
    await turnScheme()
    expect(await ground()).toBe('rgb(51, 10, 10)')
    await turnScheme()
    expect(await ground()).toBe('rgb(255, 253, 247)')
    await page.mouse.move(300, 310)
    await page.getByRole('button', { name: 'Tắt màn chiếu' }).click()
    expect(await isCovered()).toBe(true)
    await page.locator('.pause-overlay').click()
    expect(await isCovered()).toBe(false)
  })

  test('has no query that sets reveal.js, and may be reached over two slashes', async () => {
    await page.goto(`${inject('origin')}/?autoSlide=50&view=print&controls=true&print-pdf`)
    await presents(page)
    await page.waitForTimeout(150)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    expect(await page.evaluate(() => location.search)).toBe('')
    expect(await isVisible(page, '.controls')).toBe(false)
    await page.goto(`${inject('origin')}//?x=1#/viec-3`)
    await presents(page)
    expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })
    expect(await page.evaluate(() => location.pathname + location.search)).toBe('//')
  })
})
