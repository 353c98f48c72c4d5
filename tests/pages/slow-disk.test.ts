import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newContext, openIn, position, presents, speakerPosition, speaks } from './browser.ts'

/** Has every page that is opened from now on wait so long for its disk, as a cold one has it wait. */
const slow = (context: BrowserContext, milliseconds: number) =>
  context.addInitScript((delay) => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      const late = Object.assign(new EventTarget(), {
        result: undefined as unknown,
      }) as unknown as IDBOpenDBRequest & Record<string, unknown>
      setTimeout(() => {
        const request = open(name, version)
        for (const word of ['upgradeneeded', 'success', 'error'] as const) {
          request.addEventListener(word, (event) => {
            Object.assign(late, { result: request.result })
            const handler = late[`on${word}`] as ((event: Event) => void) | undefined
            handler?.call(late, event)
          })
        }
      }, delay)
      return late
    }
  }, milliseconds)

const notice = (page: Page) => page.locator('.notice').textContent()
const spent = async (page: Page) => {
  const text = await page.locator('.clocks [data-time="spent"] dd').textContent()
  return Number(text?.split(':')[1])
}

test('a slow disk loses no place: neither the deck’s nor the speaker’s, nor the time', async () => {
  const context = await newContext()
  const { page: hall } = await openIn(context)
  await presents(hall)
  const { page: desk } = await openIn(context, '/speaker.html')
  await speaks(desk)
  await desk.keyboard.type('12')
  await desk.keyboard.press('Enter')
  const place = { id: (await speakerPosition(desk)).id, step: 0 }
  await expect.poll(() => position(hall)).toEqual(place)
  await expect.poll(() => hall.evaluate(() => location.hash)).toBe(`#/${place.id}`)
  await expect.poll(() => spent(desk), { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
  await desk.close()

  await slow(context, 2500)
  await hall.reload()
  await presents(hall)
  // At once, by the address: the disk has not answered.
  expect(await position(hall)).toEqual(place)
  await hall.close()
  // A deck that was closed knows its place from the disk alone.
  const { page: again } = await openIn(context)
  await presents(again)
  expect(await position(again)).toEqual({ id: 'hoi-nghi', step: 0 })
  await expect.poll(() => position(again), { timeout: 5000 }).toEqual(place)
  expect(await notice(again)).toBe('')
  await again.close()

  const { page: late } = await openIn(context, '/speaker.html')
  await speaks(late)
  await late.keyboard.type('3')
  await late.keyboard.press('Enter')
  const moved = await speakerPosition(late)
  await expect.poll(() => spent(late), { timeout: 6000 }).toBeGreaterThan(4)
  expect(await speakerPosition(late)).toEqual(moved)
  expect(await notice(late)).toBe('')
  await late.reload()
  await speaks(late)
  await expect.poll(() => speakerPosition(late), { timeout: 5000 }).toEqual(moved)
  await context.close()
})
