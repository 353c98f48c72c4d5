import type { BrowserContext, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { lastId } from '../../support/slides.ts'
import {
  countOf,
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

/** Has every page that is opened from now on wait for its disk until `readDisk` lets it read. */
const slow = (context: BrowserContext) =>
  context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    const read = new Promise<void>((resolve) => {
      addEventListener('read-disk', () => resolve())
    })
    indexedDB.open = (name, version) => {
      const late = Object.assign(new EventTarget(), {
        result: undefined as unknown,
      }) as unknown as IDBOpenDBRequest & Record<string, unknown>
      void read.then(() => {
        const request = open(name, version)
        for (const word of ['upgradeneeded', 'success', 'error'] as const) {
          request.addEventListener(word, (event) => {
            Object.assign(late, { result: request.result })
            const handler = late[`on${word}`] as ((event: Event) => void) | undefined
            handler?.call(late, event)
          })
        }
      })
      return late
    }
  })

/** Has time pass at once in all windows, those opened later among them. */
async function pass(context: BrowserContext, milliseconds: number): Promise<void> {
  const skip = (milliseconds: number) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + milliseconds
  }
  await context.addInitScript(skip, milliseconds)
  for (const page of context.pages()) await page.evaluate(skip, milliseconds)
}

/** Lets a page read its disk. */
const readDisk = (page: Page) => page.evaluate(() => dispatchEvent(new Event('read-disk')))

const notice = (page: Page) => textOf(page, '.notice')
const spent = async (page: Page) => {
  const text = await textOf(page, '.clocks [data-time="spent"] dd')
  return Number(text?.split(':')[1])
}

/** What this machine keeps, as a page that may read its disk finds it. */
const kept = () =>
  new Promise<string>((resolve) => {
    const request = indexedDB.open('bao-cao-vien')
    request.onsuccess = () => {
      const all = request.result.transaction('kept').objectStore('kept').getAll()
      all.onsuccess = () => {
        request.result.close()
        resolve(JSON.stringify(all.result))
      }
    }
  })

test('a slow disk loses no place: neither the deck’s nor the speaker’s, nor the time', async () => {
  const context = await newContext()
  const { page: deckPage } = await openIn(context)
  await presents(deckPage)
  const { page: speakerPage } = await openIn(context, '/speaker.html')
  await speaks(speakerPage)
  await goTo(speakerPage, lastId)
  const place = { id: (await speakerPosition(speakerPage)).id, step: 0 }
  await expect.poll(() => position(deckPage)).toEqual(place)
  await pass(context, 30_000)
  await expect.poll(() => deckPage.evaluate(() => location.hash)).toBe(`#/${place.id}`)
  await expect.poll(() => spent(speakerPage)).toBeGreaterThanOrEqual(30)
  await speakerPage.close()

  await slow(context)
  await deckPage.reload()
  await presents(deckPage)
  // At once, by the address: the disk has not answered.
  expect(await position(deckPage)).toEqual(place)
  await deckPage.close()
  // A deck that was closed knows its place from the disk alone.
  const { page: again } = await openIn(context)
  await presents(again)
  expect(await position(again)).toEqual({ id: 'ngay-sach', step: 0 })
  await readDisk(again)
  await expect.poll(() => position(again)).toEqual(place)
  expect(await notice(again)).toBe('')
  await again.close()

  const { page: late } = await openIn(context, '/speaker.html')
  await speaks(late)
  await goTo(late, 'khach-moi')
  const moved = await speakerPosition(late)
  await pass(context, 2500)
  await readDisk(late)
  await expect.poll(() => spent(late)).toBeGreaterThan(32)
  expect(await speakerPosition(late)).toEqual(moved)
  expect(await notice(late)).toBe('')
  await expect.poll(() => late.evaluate(kept)).toContain(`"slide":"${moved.id}"`)
  await late.reload()
  await speaks(late)
  await readDisk(late)
  await expect.poll(() => speakerPosition(late)).toEqual(moved)
  await context.close()
})

/** Notes whether a slide is ever shown by a deck that presents, from now on. */
const watch = (context: BrowserContext, id: string) =>
  context.addInitScript((id) => {
    const look = () => {
      const slide = document.querySelector(`.presenting section[id="${id}"].present`)
      if (slide?.checkVisibility()) document.title = 'seen'
    }
    // In the frame that shows a change, and not in every one.
    new MutationObserver(() => requestAnimationFrame(look)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
    })
  }, id)

test('a slow disk shows no slide that is hidden, and one that never answers neither stops the deck nor loses a version', async () => {
  const context = await newContext()
  const { page: review } = await openIn(context, '/review.html')
  const hide = (id: string) => review.locator(`.card:has(#${id}) [data-do="hide"]`).click()
  await review.click('.edit-version')
  await hide('tu-sach')
  await expect.poll(() => review.evaluate(kept)).toContain('tu-sach')
  await slow(context)
  await watch(context, 'tu-sach')

  const { page: deckPage } = await openIn(context, '/#/tu-sach')
  const { page: speakerPage } = await openIn(context, '/speaker.html')
  const { page: outline } = await openIn(context, '/outline.html')
  for (const page of [deckPage, speakerPage, outline]) {
    await expect
      .poll(() => notice(page), { timeout: 5000 })
      .toBe('Đang đọc bản riêng trên máy này…')
  }
  // Not copied before it is known what is to be left out.
  await outline.click('.copy')
  expect(await notice(outline)).toBe('Đang đọc bản riêng trên máy này…')
  for (const page of [deckPage, speakerPage, outline]) await readDisk(page)
  await presents(deckPage)
  await speaks(speakerPage)
  await expect.poll(() => outline.locator('[data-of="tu-sach"]').isVisible()).toBe(false)
  expect(await countOf(deckPage, '#tu-sach')).toBe(0)
  const isShown = () =>
    [...document.querySelectorAll('[data-slide="tu-sach"]')].some((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    )
  expect(await speakerPage.evaluate(isShown)).toBe(false)
  expect(await deckPage.title()).not.toBe('seen')
  await speakerPage.close()

  // Where nobody knows that there is one, it takes the deck’s place once it is read.
  await deckPage.evaluate(() => localStorage.removeItem('bao-cao-vien:ban-rieng'))
  await deckPage.reload()
  await presents(deckPage)
  expect(await countOf(deckPage, '#tu-sach')).toBe(1)
  // The page loads again for it, and then waits for the disk once more.
  const presentsVersion = async () => {
    await readDisk(deckPage)
    // Asked at once: the document may be another one at the next question.
    return deckPage.evaluate(
      () =>
        document.querySelector('.presenting section.present') !== null &&
        document.querySelector('#tu-sach') === null,
    )
  }
  await expect.poll(() => presentsVersion().catch(() => false)).toBe(true)
  await presents(deckPage)

  // A disk that takes longer than anybody waits: what is on it stays.
  await review.clock.install()
  await review.reload()
  const isShut = () =>
    review.locator('.version-editor').evaluate((panel: HTMLElement) => panel.inert)
  expect(await isShut()).toBe(true)
  // The page begins to wait for its disk some time after it has loaded.
  await expect
    .poll(async () => {
      await review.clock.runFor(1500)
      return notice(review)
    })
    .toMatch(/^Chưa đọc được bản riêng đã lưu trên máy này\./)
  expect(await isShut()).toBe(false)
  await review.click('.edit-version')
  await hide('khach-moi')
  await readDisk(review)
  await review.clock.runFor(9000)
  await hide('viec-1')
  await review.clock.runFor(9000)
  // Nor does it keep the deck and its speaker's screen from anybody.
  for (const [path, works, where] of [
    ['/', presents, position],
    ['/speaker.html', speaks, speakerPosition],
  ] as const) {
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(inject('origin') + path)
    const said = new Set<string | null | undefined>()
    await expect
      .poll(async () => {
        await page.clock.runFor(1000)
        const text = await notice(page)
        said.add(text)
        return text
      })
      .toMatch(/^Chưa đọc được bản riêng đã lưu trên máy này nên đang hiện bản gốc\./)
    expect(said).toContain('Đang đọc bản riêng trên máy này…')
    await page.clock.resume()
    await works(page)
    const { id } = await where(page)
    await page.keyboard.press('PageDown')
    await expect.poll(async () => (await where(page)).id).not.toBe(id)
    await page.close()
  }
  const still = await outline.evaluate(kept)
  expect(still).toContain('tu-sach')
  expect(still).not.toMatch(/khach-moi|viec-1/)
  await context.close()
})
