import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lastId, slides } from '../../support/slides.ts'
import {
  complaintsOf,
  has,
  newContext,
  open,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

/** Everything that a page keeps on this machine. */
const keptValues = () =>
  new Promise<unknown>((resolve) => {
    const request = indexedDB.open('bao-cao-vien')
    request.onsuccess = () => {
      const all = request.result.transaction('kept').objectStore('kept').getAll()
      all.onsuccess = () => {
        request.result.close()
        resolve(all.result)
      }
    }
  })

describe('a machine that stores nothing', () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await newContext()
  })
  afterAll(() => context.close())

  const ways = {
    'where storage is forbidden': () => {
      for (const name of ['indexedDB', 'localStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError')
          },
        })
      }
    },
    'where the database never answers': () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    },
    'where the disk is full': () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  }

  test.for(Object.entries(ways))('%s, presents all the same and says so', async ([name, way]) => {
    const openPage = async (path: string) => {
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.addInitScript(way)
      await page.goto(inject('origin') + path)
      return { page, complaints }
    }
    const { page, complaints } = await openPage('/')
    await presents(page)
    await page.keyboard.press('PageDown')
    const { page: speaker } = await openPage('/speaker.html')
    await speaks(speaker)
    await expect.poll(() => speakerPosition(speaker)).toEqual({ id: 'tu-sach', step: 0 })
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => position(page)).toEqual({ id: 'tu-sach', step: 1 })
    for (const each of [page, speaker]) {
      await expect
        .poll(() => textOf(each, '.notice'))
        // One that may yet answer has refused nothing.
        .toMatch(name.endsWith('never answers') ? /^$/ : /^Không lưu được trên máy này\./)
    }
    // The scheme and the size hold for the page.
    await page.keyboard.press('d')
    await speaker.keyboard.press('+')
    expect(complaints, name).toEqual([])
    for (const each of [page, speaker]) await each.close()
  })
})

test('where windows may not speak to each other, each is of use by itself', async () => {
  const context = await newContext()
  await context.addInitScript(() => {
    window.BroadcastChannel = class {
      constructor() {
        throw new DOMException('denied', 'SecurityError')
      }
    } as unknown as typeof BroadcastChannel
  })
  const { page, complaints } = await openIn(context)
  await presents(page)
  await page.keyboard.press('PageDown')
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  await page.goto(`${inject('origin')}/speaker.html`)
  await speaks(page)
  await page.goto(`${inject('origin')}/review.html`)
  await has(page, '.version-editor:not([inert])')
  expect(complaints).toEqual([])
  await context.close()
})

test('a speaker’s screen that did not come is loaded at the next press of S', async () => {
  const context = await newContext()
  const { page } = await openIn(context)
  await presents(page)
  await context.route('**/speaker.html', (route) => route.abort())
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')])
  await expect.poll(() => speaker.url()).toContain('chrome-error')
  await context.unroute('**/speaker.html')
  await page.bringToFront()
  await page.keyboard.press('s')
  await speaks(speaker)
  expect(context.pages()).toHaveLength(2)
  await context.close()
})

test('what was stored by somebody else, damaged or from another time, is ignored with a word', async () => {
  const context = await newContext()
  const { page: first } = await openIn(context)
  await presents(first)
  await first.keyboard.press('End')
  await expect
    .poll(async () => JSON.stringify(await first.evaluate(keptValues)))
    .toContain(`"slide":"${lastId}"`)
  let last = first
  for (const value of [
    { value: 'rubbish', version: {}, by: [] },
    { value: { slide: 'bai-cu', step: 3 }, version: 9e9, by: 'x', when: 0 },
  ]) {
    await last.evaluate(
      (value) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('bao-cao-vien')
          request.onsuccess = () => {
            const transaction = request.result.transaction('kept', 'readwrite')
            const store = transaction.objectStore('kept')
            store.getAllKeys().onsuccess = ({ target }) => {
              for (const key of (target as IDBRequest<IDBValidKey[]>).result) store.put(value, key)
            }
            transaction.oncomplete = () => resolve()
            transaction.onerror = () => reject(transaction.error)
          }
        }),
      value,
    )
    await last.close()
    const { page, complaints } = await openIn(context)
    await presents(page)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    expect(await textOf(page, '.notice')).toBe(
      'Dữ liệu lưu lần trước không đọc được nên đã bỏ qua.',
    )
    await page.keyboard.press('PageDown')
    await page.reload()
    await presents(page)
    expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
    expect(complaints).toEqual([])
    last = page
  }
  await context.close()
})

describe('an address', () => {
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    ;({ page, complaints } = await open('/#/%E0%A4%A'))
    await presents(page)
  })
  afterAll(() => page.context().close())

  test.for(['%E0%A4%A', 'khong-co', '../x', '2026', 'constructor'])(
    'that asks for the slide “%s” leads to the first, with a word',
    async (id) => {
      await page.evaluate((id) => {
        location.hash = `#/${id}`
      }, id)
      await expect
        .poll(() => textOf(page, '.notice'))
        .toBe(
          'Liên kết trỏ tới một trang không có trong bộ trang chiếu này. Chọn trang trong mục lục.',
        )
      expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
      expect(complaints).toEqual([])
    },
  )

  test('joins a second window to the first: the first does not jump', async () => {
    await goTo(page, 'con-so')
    const { page: second } = await openIn(page.context(), '/#/viec-3')
    await presents(second)
    await second.waitForTimeout(100)
    for (const each of [page, second]) {
      expect(await position(each)).toEqual({ id: 'con-so', step: 0 })
    }
    await second.keyboard.press('PageDown')
    await expect.poll(() => position(page)).toEqual({ id: 'con-so', step: 1 })
  })
})

test('a font that does not come is said on the deck and on the speaker’s screen, which go on', async () => {
  const context = await newContext()
  await context.route('**/*.woff2', (route) => route.abort())
  for (const [path, step] of [
    ['/', 0],
    ['/speaker.html', 1],
  ] as const) {
    const page = await context.newPage()
    await page.goto(inject('origin') + path)
    await expect
      .poll(() => textOf(page, '.notice'), { message: path })
      .toBe('Chưa tải được phông chữ. Đang dùng phông có sẵn.')
    // The word comes as soon as it is known, which may be before there are keys to press.
    await (path === '/' ? presents(page) : speaks(page))
    const at = path === '/' ? position : speakerPosition
    // The second window goes on where the first was.
    if (step > 0) await expect.poll(() => at(page)).toEqual({ id: 'tu-sach', step: step - 1 })
    await page.keyboard.press('PageDown')
    await expect.poll(() => at(page), { message: path }).toEqual({ id: 'tu-sach', step })
    await page.close()
  }
  await context.close()
})

describe('a narrow window', () => {
  let page: Page
  let speaker: Page
  let complaints: string[]
  beforeAll(async () => {
    ;({ page } = await open('/', { viewport: { width: 360, height: 740 } }))
  })
  afterAll(() => speaker.context().close())

  test('reads, presents when it grows, and reads again when it shrinks, on the same slide', async () => {
    expect(await page.locator('section:visible').count()).toBe(slides.length)
    await page.setViewportSize({ width: 1280, height: 720 })
    await presents(page)
    await goTo(page, 'viec-3')
    await page.setViewportSize({ width: 683, height: 384 })
    await has(page, 'html.narrow')
    expect(await page.locator('section:visible').count()).toBe(slides.length)
    const top = () => page.locator('#viec-3').evaluate((s) => s.getBoundingClientRect().top)
    await expect.poll(async () => Math.abs(await top())).toBeLessThan(5)
    // Its keys scroll now, as on any page that is read.
    await page.keyboard.press('PageDown')
    await expect.poll(async () => Math.abs(await top())).toBeGreaterThan(100)
    await page.setViewportSize({ width: 1280, height: 720 })
    await has(page, 'html.presenting')
    expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })
    expect(await page.locator('section:visible').count()).toBe(1)
  })

  test('shrunk in the overview, or under a black screen, reads all the same', async () => {
    await page.keyboard.press('o')
    await page.setViewportSize({ width: 683, height: 384 })
    await has(page, 'html.narrow')
    expect(await page.locator('#overview').isVisible()).toBe(false)
    expect(await page.locator('section:visible').count()).toBe(slides.length)
    await page.setViewportSize({ width: 1280, height: 720 })
    await has(page, 'html.presenting')
    await page.keyboard.press('b')
    await page.setViewportSize({ width: 683, height: 384 })
    await has(page, 'html.narrow')
    expect(await page.locator('.pause-overlay').isVisible()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 720 })
    await has(page, 'html.presenting')
    expect(await page.locator('.pause-overlay').isVisible()).toBe(true)
    await page.keyboard.press('b')
  })

  test('that once presented scrolls to what it asks for, not to what others show', async () => {
    ;({ page: speaker, complaints } = await openIn(page.context(), '/speaker.html'))
    await speaks(speaker)
    await page.bringToFront()
    const isAtTop = (id: string) =>
      expect
        .poll(() => page.locator(`#${id}`).evaluate((s) => Math.abs(s.getBoundingClientRect().top)))
        .toBeLessThan(5)
    // A dialog that was open outlives the turn.
    await page.keyboard.press('m')
    await page.setViewportSize({ width: 683, height: 384 })
    await has(page, 'html.narrow')
    await page.locator('#contents a[href="#viec-3"]').click()
    await isAtTop('viec-3')
    await page.evaluate(() => {
      location.hash = '#/con-so'
    })
    await isAtTop('con-so')
    await expect.poll(() => speakerPosition(speaker)).toMatchObject({ id: 'con-so' })
    const scrolled = await page.evaluate(() => scrollY)
    await speaker.keyboard.press('End')
    await expect.poll(() => position(page)).toMatchObject({ id: lastId })
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  })

  test('of 1024 to 320 px holds the speaker’s screen, nothing off its edge', async () => {
    await page.close()
    for (const width of [1024, 640, 360, 320]) {
      await speaker.setViewportSize({ width, height: 700 })
      for (const id of ['tu-sach', 'con-so', 'khach-moi']) {
        await speaker.keyboard.type(id === 'tu-sach' ? '2' : id === 'con-so' ? '6' : '3')
        await speaker.keyboard.press('Enter')
        await expect.poll(() => speakerPosition(speaker)).toMatchObject({ id })
        expect(
          await speaker.evaluate(() => document.documentElement.scrollWidth),
        ).toBeLessThanOrEqual(width)
        const off = await speaker.evaluate(() =>
          [
            ...document.querySelectorAll(
              '.speaker-screen button, .speaker-screen dd, .speaker-screen > * > h2, .notes p',
            ),
          ]
            .filter((one) => one.checkVisibility())
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => one.textContent),
        )
        expect(off).toEqual([])
      }
      for (const key of ['m', 'h']) {
        await speaker.keyboard.press(key)
        const wide = await speaker.evaluate(() => {
          const dialog = document.querySelector('dialog[open]')
          return dialog ? dialog.scrollWidth - dialog.clientWidth : Number.NaN
        })
        expect(wide, key).toBeLessThanOrEqual(0)
        await speaker.keyboard.press('Escape')
      }
    }
    expect(complaints).toEqual([])
  })
})
