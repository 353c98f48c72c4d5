import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import type { Slide } from '../../../src/model/deck/slide.ts'
import { lastId, numberOf, slides } from '../../support/slides.ts'
import { darkViolations, violations } from '../support/axe.ts'
import { position, present } from '../support/browser.ts'

let page: Page
let complaints: string[]

beforeAll(async () => {
  ;({ page, complaints } = await present('/#/con-so/1'))
})
afterAll(async () => {
  expect(complaints).toEqual([])
  await page.context().close()
})

const dialog = () => page.getByRole('dialog', { name: 'Toàn cảnh' })
const pictures = () => page.locator('#overview .picture section')
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** The id of the slide that has the focus. */
const chosen = () => page.evaluate(() => document.activeElement?.getAttribute('href')?.slice(1))
/** The part of a slide, with the numbers of its slides: «Buổi sáng, trang 2–4». */
const rangeOf = (name: string, slides: readonly Slide[]) => {
  const [first = 0, last = first] = [slides[0], slides.at(-1)].map((one) => numberOf(one?.id ?? ''))
  return `${name}, trang ${first === last ? first : `${first}–${last}`}`
}
const boxes = () =>
  page
    .locator('#overview a[href]')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))

test('shows every slide at once, whole, below the name of its part, the present one marked', async () => {
  await press('o')
  expect(await dialog().isVisible()).toBe(true)
  await expect.poll(() => pictures().count()).toBe(slides.length)
  const groups = dialog().getByRole('group')
  expect(await groups.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([
    'Mở đầu, trang 1',
    ...deck.parts.map(({ name, slides }) => rangeOf(name, slides)),
    rangeOf('Kết thúc', deck.closing),
  ])
  const current = page.locator('#overview [aria-current]')
  expect(await current.getAttribute('href')).toBe('#con-so')
  expect(await chosen()).toBe('con-so')
  // Fragments not shown yet are in the picture, and the picture is no part of the page.
  expect(await pictures().locator('.fragment').last().isVisible()).toBe(true)
  expect(await page.locator('#overview .picture [id], #overview .picture a[href]').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  expect(await darkViolations(page)).toEqual([])
})

test.for([
  [1280, 720],
  [1366, 640],
  [1920, 1080],
  [3440, 1440],
] as const)(
  'needs no scrolling at %i × %i, and no slide covers another',
  async ([width, height]) => {
    await page.setViewportSize({ width, height })
    const all = await boxes()
    expect(all).toHaveLength(slides.length)
    for (const [at, one] of all.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0)
      expect(one.right).toBeLessThanOrEqual(width)
      expect(one.bottom).toBeLessThanOrEqual(height)
      expect(one.width / one.height).toBeCloseTo(16 / 9, 1)
      for (const other of all.slice(at + 1)) {
        const isApart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top
        expect(isApart).toBe(true)
      }
    }
    // Parts side by side, the slides of one below another.
    const [first, last, next] = ['tu-sach', 'lich-ngay', 'chuyen-ke'].map(
      (id) => all[numberOf(id) - 1],
    )
    expect(first?.top).toBeCloseTo(next?.top ?? 0)
    expect(first?.left).toBeCloseTo(last?.left ?? 0)
  },
)

test('arrow keys lead from part to part and from slide to slide, and turn no page', async () => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const steps = [
    ['ArrowLeft', 'chuyen-ke'],
    ['ArrowLeft', 'tu-sach'],
    ['ArrowDown', 'khach-moi'],
    ['ArrowDown', 'lich-ngay'],
    ['ArrowRight', 'chuyen-ke'],
    ['Home', slides[0]?.id],
    ['End', lastId],
    ['1', slides[0]?.id],
    [String(numberOf('viec-3')).slice(1), 'viec-3'],
  ] as const
  for (const [key, id] of steps) {
    await press(key)
    expect(await chosen(), key).toBe(id)
  }
  expect(await page.locator('#overview .chosen').textContent()).toContain(
    `${numberOf('viec-3')}. Việc 3: `,
  )
  expect(await position(page)).toEqual({ id: 'con-so', step: 2 })
})

test('Enter goes to the slide that was chosen, and Back returns', async () => {
  await press('Enter')
  expect(await dialog().isVisible()).toBe(false)
  expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })
  await page.goBack()
  await expect.poll(() => position(page)).toEqual({ id: 'con-so', step: 2 })
})

test('a click goes to its slide, also where the picture has a link', async () => {
  await press('o')
  await page.locator('#overview a[href="#lich-ngay"]').click()
  expect(await position(page)).toEqual({ id: 'lich-ngay', step: 0 })
  expect(await dialog().isVisible()).toBe(false)
})

test.for(['o', 'Escape'])('%s closes it, and leaves the slide where it was', async (key) => {
  const before = await position(page)
  await press('o')
  expect(await dialog().isVisible()).toBe(true)
  expect(await page.locator('#overview [aria-current]').getAttribute('href')).toBe(`#${before.id}`)
  await press('ArrowRight', key)
  expect(await dialog().isVisible()).toBe(false)
  expect(await position(page)).toEqual(before)
})

test('opens with a key that still finds the focus in it, as a loaded machine may leave it', async () => {
  await page
    .locator('#overview a[href]')
    .first()
    .evaluate((link) => {
      link.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'o', code: 'KeyO', bubbles: true, cancelable: true }),
      )
    })
  expect(await dialog().isVisible()).toBe(true)
  await press('Escape')
})

test('a clicker turns the page of the deck behind it', async () => {
  await press('Home', 'o', 'PageDown')
  expect(await dialog().isVisible()).toBe(false)
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
})

test('a narrow window shows the parts one below another, the present one in view', async () => {
  await page.setViewportSize({ width: 740, height: 360 })
  await press('End', 'o')
  const all = await boxes()
  const [one, next] = ['tu-sach', 'chuyen-ke'].map((id) => all[numberOf(id) - 1])
  expect(next?.top).toBeGreaterThan(one?.bottom ?? 0)
  const last = all.at(-1)
  expect(last?.top).toBeGreaterThan(0)
  expect(last?.bottom).toBeLessThanOrEqual(360)
  await press('ArrowLeft')
  expect(await chosen()).toBe(slides.at(-2)?.id)
  await press('Escape')
})

test('draws its pictures anew, over several frames where that takes long', async () => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.evaluate(() => {
    const dialog = document.querySelector<HTMLDialogElement>('#overview')
    dialog?.close()
    // Each look at the clock takes longer than pictures may.
    let now = performance.now()
    performance.now = () => {
      now += 100
      return now
    }
    const drawn: number[] = []
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
      drawn.push(added.filter(({ nodeName }) => nodeName === 'SECTION').length)
    }).observe(dialog ?? document, { childList: true, subtree: true })
    Object.assign(window, { drawn })
  })
  await press('o')
  await expect.poll(() => pictures().count()).toBe(slides.length)
  expect(
    await page.evaluate(() => Math.max(...(window as never as { drawn: number[] }).drawn)),
  ).toBe(1)
})
