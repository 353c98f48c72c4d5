import { describe, expect, onTestFinished, test } from 'vitest'
import { violations } from '../support/axe.ts'
import {
  countOf,
  has,
  newContext,
  openIn,
  position,
  presents,
  speaks,
  textOf,
} from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'

layPackedFiles()

describe.for(walked)('the waiting slide of %s', (deployment) => {
  test('counts down for the audience to the time set on the speaker’s screen, and stays until a key', async () => {
    const context = await newContext()
    onTestFinished(() => context.close())
    const addresses = addressesOf(deployment)
    const now = new Date(2031, 9, 12, 7, 48)
    const { page: deck, complaints } = await openIn(context, addresses.deck)
    await presents(deck)
    const { page: speaker, complaints: others } = await openIn(context, addresses.speaker)
    await speaks(speaker)
    for (const page of [deck, speaker]) await page.clock.setFixedTime(now)
    const words = () =>
      deck.evaluate(() => document.querySelector<HTMLElement>('.waiting .start')?.innerText)
    const said = async () => (await words())?.replace(/\s+/g, ' ').trim()

    // The cover's own words, and no time until one is set.
    await speaker.keyboard.press('c')
    await has(deck, '.waiting')
    expect(await said()).toBe('')
    expect(await textOf(deck, '.waiting .title')).toBe(await textOf(deck, '#ngay-sach .title'))
    expect(await textOf(deck, '.waiting .facts')).toContain('Sáng 12/10')
    expect(await textOf(deck, '.announcer')).toBe('Đang chiếu màn chờ')
    expect(await speaker.getAttribute('.present .frame', 'data-stands')).toBe('Đang chiếu màn chờ')

    const dialog = speaker.getByRole('dialog', { name: 'Màn chờ' })
    const field = dialog.getByLabel('Bắt đầu lúc')
    for (const [typed, refused] of [
      ['mai', 'Nhập giờ và phút, ví dụ 8:00.'],
      ['7:30', 'Giờ ấy đã qua: bây giờ là 07:48.'],
    ] as const) {
      await field.fill(typed)
      await field.press('Enter')
      expect(await dialog.locator('.meaning').textContent()).toBe(refused)
    }
    expect(await violations(speaker)).toEqual([])
    await field.fill('8h')
    await field.press('Enter')
    expect(await dialog.isVisible()).toBe(false)
    await expect.poll(said).toBe('Bắt đầu lúc 8:00 còn 12 phút')
    expect(await violations(deck)).toEqual([])
    for (const [hours, minutes, seconds, left] of [
      [7, 59, 0, 'Bắt đầu lúc 8:00 còn 1 phút'],
      [7, 59, 1, 'Bắt đầu lúc 8:00 còn 59 giây'],
      [7, 59, 59, 'Bắt đầu lúc 8:00 còn 1 giây'],
      [8, 0, 0, 'Sắp bắt đầu'],
      [8, 9, 0, 'Sắp bắt đầu'],
    ] as const) {
      await deck.clock.setFixedTime(new Date(2031, 9, 12, hours, minutes, seconds))
      await expect.poll(said).toBe(left)
    }

    // It is there again after a reload, and any key brings the slide, and nothing more.
    await deck.reload()
    await presents(deck)
    await deck.clock.setFixedTime(new Date(2031, 9, 12, 8, 9))
    await expect.poll(said).toBe('Sắp bắt đầu')
    await deck.bringToFront()
    await deck.keyboard.press('PageDown')
    await expect.poll(() => countOf(deck, '.waiting')).toBe(0)
    expect(await position(deck)).toEqual({ id: 'ngay-sach', step: 0 })

    // In a break, by the deck's key, and then to the minute; a click brings the slide back.
    await deck.keyboard.press('PageDown')
    await deck.keyboard.press('c')
    await has(deck, '.waiting')
    await speaker.clock.setFixedTime(new Date(2031, 9, 12, 8, 9))
    await speaker.bringToFront()
    await speaker.keyboard.press('c')
    await expect.poll(() => countOf(deck, '.waiting')).toBe(0)
    await speaker.keyboard.press('c')
    await dialog.getByRole('button', { name: '10 phút' }).click()
    await expect.poll(said).toBe('Bắt đầu lúc 8:19 còn 10 phút')
    await deck.bringToFront()
    await deck.mouse.click(640, 300)
    await expect.poll(() => countOf(deck, '.waiting')).toBe(0)
    expect(await position(deck)).toEqual({ id: 'tu-sach', step: 0 })
    expect([...complaints, ...others]).toEqual([])
  })
})
