import { expect, test } from 'vitest'
import { lastId, numberOf } from '../../support/slides.ts'
import { has, isVisible, position, present } from '../support/browser.ts'

test('pairs of letters give both their commands and never step back behind an input method', async () => {
  const { page } = await present('/#/viec-3')
  /** What arrives: the key that goes through, and what stands for the one that does not. */
  const send = (...keys: (readonly [type: 'keydown' | 'keyup', key: string, code: string])[]) =>
    page.evaluate((keys) => {
      for (const [type, key, code] of keys) {
        const at = document.activeElement ?? document.body
        at.dispatchEvent(new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true }))
      }
    }, keys)
  const press = (key: string, code: string) => send(['keydown', key, code], ['keyup', key, code])
  const replace = async (letter: string, swallowed: string) => {
    await send(
      ['keydown', 'Backspace', ''],
      ['keyup', 'Backspace', ''],
      ['keydown', letter, ''],
      ['keyup', letter, ''],
    )
    await send(['keyup', '', swallowed])
  }
  const scheme = () => page.evaluate(() => document.documentElement.dataset.scheme)
  const isOverview = () => isVisible(page, '#overview')

  await press('d', 'KeyD')
  expect(await scheme()).toBe('dark')
  await replace('đ', 'KeyD')
  await expect.poll(scheme).toBe('light')
  await press('o', 'KeyO')
  expect(await isOverview()).toBe(true)
  await replace('ô', 'KeyO')
  await expect.poll(isOverview).toBe(false)
  expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })

  // In VNI digits make the letters.
  for (const digit of String(numberOf(lastId))) await replace('ó', `Digit${digit}`)
  await press('Enter', 'Enter')
  await expect.poll(() => position(page)).toEqual({ id: lastId, step: 0 })

  await page.keyboard.press('Backspace')
  expect(await position(page)).not.toMatchObject({ id: lastId })

  // In the search Enter chooses among the letters that are offered first, then a page.
  const before = await position(page)
  await page.keyboard.press('/')
  await page.keyboard.type('quyen sach')
  await has(page, '#search .hits a')
  const enter = (isComposing: boolean) =>
    page.evaluate((isComposing) => {
      document
        .querySelector('#search input')
        ?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, isComposing }),
        )
    }, isComposing)
  await enter(true)
  expect(await isVisible(page, '#search')).toBe(true)
  expect(await position(page)).toEqual(before)
  await enter(false)
  expect(await isVisible(page, '#search')).toBe(false)
  await page.context().close()
})
