import type { Route } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { lastId } from '../../support/slides.ts'
import {
  countOf,
  has,
  isVisible,
  newContext,
  openIn,
  position,
  presents,
} from '../support/browser.ts'

test('keys that are pressed while a version is being read act once the deck is there', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.addInitScript(() => localStorage.setItem('bao-cao-vien:ban-rieng', '1'))
  let held: Route | undefined
  await context.route('**/assets/later-*.js', (route) => {
    held = route
  })
  const { page, complaints } = await openIn(context)
  await expect.poll(() => held).toBeDefined()
  await page.keyboard.press('ArrowRight')
  expect(await countOf(page, '.presenting')).toBe(0)
  await held?.continue()
  await presents(page)
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  expect(complaints).toEqual([])
})

test('the first keys turn the page before the deck has arrived, unless it may open elsewhere', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  let held: Route | undefined
  await context.route('**/assets/index-*.js', (route) => {
    held = route
  })
  const page = await context.newPage()
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.early section')].flatMap((slide) =>
        slide.checkVisibility({ visibilityProperty: true })
          ? [slide.id, slide.querySelectorAll('.fragment.visible').length]
          : [],
      ),
    )
  const arrive = async () => {
    await held?.continue()
    held = undefined
    await presents(page)
    expect(await countOf(page, '.early')).toBe(0)
    expect(await countOf(page, 'section.present')).toBe(1)
  }
  await page.goto(inject('origin'), { waitUntil: 'commit' })
  await expect.poll(() => held).toBeDefined()
  await expect
    .poll(async () => {
      await page.keyboard.press('PageDown')
      return await shown()
    })
    .toEqual(['tu-sach', 0])
  await page.keyboard.press('ArrowRight')
  expect(await shown()).toEqual(['tu-sach', 1])
  for (const key of ['ArrowRight', 'PageUp', 'b']) await page.keyboard.press(key)
  expect(await shown()).toEqual(['tu-sach', 1])
  await arrive()
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 1 })
  expect(await isVisible(page, '.pause-overlay')).toBe(true)
  await page.keyboard.press('b')
  // Of this browser, the deck knows a position now.
  await page.goto(inject('origin'), { waitUntil: 'commit' })
  await expect.poll(() => held).toBeDefined()
  await expect.poll(() => countOf(page, 'section')).toBeGreaterThan(3)
  await expect
    .poll(() =>
      page.evaluate(() => {
        const event = new KeyboardEvent('keydown', { key: 'PageDown', cancelable: true })
        return !document.dispatchEvent(event)
      }),
    )
    .toBe(true)
  expect(await shown()).toEqual([])
  // Anew, as the first frame has it: the slides that this page may never show are not laid out.
  const below = (anew = false) =>
    page.evaluate((anew) => {
      const { classList } = document.documentElement
      const at = (selector: string) => {
        const slide = document.querySelector(selector)
        return slide && getComputedStyle(slide).contentVisibility
      }
      if (anew) {
        classList.remove('narrow')
        at('#tu-sach')
        classList.add('narrow')
      }
      return ['section:first-child', '#tu-sach', '#khach-moi'].map(at)
    }, anew)
  await page.evaluate(() => {
    location.hash = '#khach-moi'
  })
  expect(await below(true)).toEqual(['visible', 'hidden', 'auto'])
  await expect.poll(() => below()).toEqual(['visible', 'auto', 'auto'])
  await arrive()
  expect((await position(page)).id).toBe('lich-ngay')
})

test('turns pages without what is loaded later, says that it is missing, and offers to load again', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.route('**/assets/later-*.js', (route) => route.fulfill({ status: 404 }))
  const { page } = await openIn(context)
  await has(page, '.presenting section.present')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => position(page)).toEqual({ id: 'tu-sach', step: 0 })
  await page.keyboard.press('m')
  await page.getByText('Chưa tải được phần này').waitFor()
  // A place that has just been left for is written a moment later.
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/tu-sach')
  await context.unroute('**/assets/later-*.js')
  const again = page.getByRole('button', { name: 'Tải lại' })
  await Promise.all([page.waitForEvent('load'), again.click()])
  await presents(page)
  // On a busy machine, what was stored may come once the deck already presents.
  await expect.poll(() => position(page)).toEqual({ id: 'tu-sach', step: 0 })
  await page.keyboard.press('m')
  await has(page, '#contents[open]')
})

test('loaded again, it shows no other slide on its way, nor light where the screen was black', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  const { page } = await openIn(context)
  await presents(page)
  await page.keyboard.press('End')
  await page.keyboard.press('b')
  await expect.poll(() => page.evaluate(() => history.state)).toMatch(/^written \d+ black$/)
  let held: Route | undefined
  await context.route('**/assets/index-*.js', (route) => {
    held = route
  })
  await page.reload({ waitUntil: 'commit' })
  await has(page, '.narrow.resuming section:last-child')
  await expect.poll(() => held).toBeDefined()
  const seen = () =>
    page.evaluate(() => ({
      slides: [...document.querySelectorAll('section')].filter(
        (slide) => getComputedStyle(slide).visibility === 'visible',
      ).length,
      ground: getComputedStyle(document.body).backgroundColor,
    }))
  expect(await seen()).toEqual({ slides: 0, ground: 'rgb(0, 0, 0)' })
  // The rest of the deck may never come.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  const { slides, ground } = await seen()
  expect(slides).toBeGreaterThan(5)
  expect(ground).not.toBe('rgb(0, 0, 0)')
  await held?.continue()
  await presents(page)
  expect((await position(page)).id).toBe(lastId)
  await expect.poll(() => isVisible(page, '.pause-overlay')).toBe(true)

  // Brought back before that time is over, the slide stands on its own ground.
  await context.unroute('**/assets/index-*.js')
  await page.reload()
  await presents(page)
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.pause()
  })
  await page.keyboard.press('b')
  await expect.poll(seen).toEqual({ slides: 1, ground })
})
