import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { notesIn } from '../../support/notes.ts'
import { numberOf, slides } from '../../support/slides.ts'
import {
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
} from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { goTo } from '../support/page-actions.ts'

layPackedFiles()

describe.for(walked)('on the deck of %s', (deployment) => {
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    context = await newContext()
    ;({ page, complaints } = await openIn(context, addressesOf(deployment).deck))
    await presents(page)
    await page.evaluate(() => {
      // Where the focus goes beside a dialog that is open.
      addEventListener('focusin', ({ target }) => {
        const isOutside = target instanceof Element && !target.closest('dialog')
        if (isOutside && document.querySelector('dialog[open]')) {
          document.body.dataset.outside = target.outerHTML
        }
      })
    })
  })
  afterAll(async () => {
    expect(complaints).toEqual([])
    await context.close()
  })
  beforeEach(() => page.keyboard.press('Home'))

  const open = (id: string) => page.locator(`#${id}`).evaluate((one) => 'open' in one && one.open)

  test('no dialog is on the screen until it is asked for', async () => {
    expect(await page.locator('dialog:visible').count()).toBe(0)
  })

  test.for([
    ['m', 'contents', 'Mục lục'],
    ['/', 'search', 'Tìm trong bộ trang chiếu'],
    ['?', 'help', 'Mọi lệnh và phím'],
    ['F1', 'help', 'Mọi lệnh và phím'],
  ] as const)('%s opens one that holds the focus and gives it back', async ([key, id, name]) => {
    await page.keyboard.press(key)
    expect(await open(id)).toBe(true)
    expect(await page.getByRole('dialog', { name }).count()).toBe(1)
    // Tab never leaves it: it goes once around. Two keys open the same one.
    const stops = await page.locator(`#${id}`).locator('a, button, input').count()
    expect(stops).toBeGreaterThan(0)
    expect(stops).toBeLessThan(30)
    const presses = key === 'F1' ? 1 : stops + 2
    for (let press = 0; press < presses; press++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.body.dataset.outside)).toBeUndefined()
    await page.keyboard.press('Escape')
    expect(await open(id)).toBe(false)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    await page.keyboard.press('PageDown')
    expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  })

  test('each closes with its button and with a click beside it', async () => {
    for (const close of [
      () => page.locator('#help .close').click(),
      () => page.mouse.click(5, 5),
    ]) {
      await page.keyboard.press('h')
      expect(await open('help')).toBe(true)
      await close()
      expect(await open('help')).toBe(false)
    }
  })

  test('a double click opens one, and does not close it at once', async () => {
    await page.mouse.move(640, 300)
    await page.mouse.move(640, 310)
    await page.locator('.toolbar [data-command="contents"]').dblclick()
    expect(await open('contents')).toBe(true)
    await page.keyboard.press('Escape')
  })

  test('a file or a link that is dropped on the deck is not opened in its place', async () => {
    const kept = await page.evaluate(() => {
      const told = (dataTransfer: DataTransfer, type: string, on: Element = document.body) =>
        !on.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      const [file, link] = [new DataTransfer(), new DataTransfer()]
      file.items.add(new File(['{}'], 'ban-rieng.json'))
      link.setData('text/uri-list', 'https://example.org/')
      const field = document.querySelector('#search input') as Element
      return {
        file: [told(file, 'dragover'), told(file, 'drop')],
        link: [told(link, 'dragover'), told(link, 'drop')],
        'link on a field': [told(link, 'dragover', field), told(link, 'drop', field)],
      }
    })
    expect(kept).toEqual({
      file: [true, true],
      link: [true, true],
      'link on a field': [false, false],
    })
  })

  test('the contents list every slide by part, mark the present one and lead there', async () => {
    await goTo(page, 'viec-3')
    await page.keyboard.press('m')
    const contents = page.locator('#contents')
    expect(await contents.getByRole('link').count()).toBe(slides.length)
    expect(await contents.locator('th.part').allTextContents()).toEqual(
      deck.parts.map(({ name }) => name),
    )
    expect(await contents.locator('[aria-current]').textContent()).toContain(
      `${numberOf('viec-3')} Việc 3:`,
    )
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await open('contents')).toBe(false)
    expect(await position(page)).toEqual({ id: deck.closing[0].id, step: 0 })
  })

  test('the contents open with no row cut by their heading', async () => {
    await page.setViewportSize({ width: 1280, height: 420 })
    for (const { id } of slides.filter((_, at) => at % 3 === 0)) {
      await goTo(page, id)
      await page.keyboard.press('m')
      const { edge, rows, end, current } = await page.locator('#contents').evaluate((dialog) => {
        const box = (one: Element | null) => one?.getBoundingClientRect() ?? new DOMRect()
        return {
          edge: box(dialog.querySelector('header')).bottom,
          rows: [...dialog.querySelectorAll('tr')].map((row) => [box(row).top, box(row).bottom]),
          end: box(dialog).bottom,
          current: box(dialog.querySelector('[aria-current]')).bottom,
        }
      })
      const cut = rows.filter(([top = 0, bottom = 0]) => top < edge - 1 && bottom > edge + 1)
      expect(cut, id).toEqual([])
      expect(current, id).toBeLessThanOrEqual(end)
      await page.keyboard.press('Escape')
    }
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  test('S shows the speaker’s screen that is open as it is, and does not load it again', async () => {
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
    await speaks(speaker)
    await speaker.evaluate(() => document.body.setAttribute('data-same', 'page'))
    await page.keyboard.press('s')
    await page.keyboard.press('PageDown')
    await expect.poll(() => speakerPosition(speaker)).toEqual({ id: 'tu-sach', step: 0 })
    expect(await speaker.getAttribute('body', 'data-same')).toBe('page')
    // A double click on a switch does not take it back.
    const clock = speaker.locator('.speaker-screen [data-command="pause"]').first()
    expect(await clock.textContent()).toContain('Tạm dừng')
    await clock.dblclick()
    expect(await clock.textContent()).toContain('Tiếp tục')
    // One that was led elsewhere is opened anew.
    await speaker.goto(addressesOf(deployment).outline)
    await page.keyboard.press('s')
    if (deployment === 'the built site') await speaks(speaker)
    await speaker.close()
  })

  test.for([
    ['khong cua rieng minh', 'viec-3', 'không của riêng mình'],
    ['khóa hè', 'con-so', 'khoá hè'],
    ['BAN TIN MAY', 've-nguon', 'Bản tin Mây'],
  ] as const)('the search for “%s” shows and reaches %s', async ([question, id, words]) => {
    await page.keyboard.press('End')
    await page.keyboard.press('/')
    await page.keyboard.insertText(question)
    const first = page.locator('#search .hits li').first()
    await expect.poll(() => first.locator('mark').allTextContents()).toEqual([words])
    await page.keyboard.press('Enter')
    expect(await position(page)).toEqual({ id, step: 0 })
  })

  test.for(['3', '3 thùng là gì?'])(
    'the search for “%s” shows at once what the article leaves out, and the paragraph',
    async (question) => {
      // A key to ask, a key to answer.
      await page.keyboard.press('/')
      await page.keyboard.insertText(question)
      const answer = await page.locator('#search .hits a[href="#con-so"]').innerText()
      expect(answer).toContain('người gửi hai thùng')
      expect(answer).toContain('Theo Bản tin Mây, đoạn 7, 8')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    },
  )

  test.for([
    ['phòng đọc phòng', 'phòng đọc chính'],
    ['ngày hội ngày', 'Ngày hội'],
  ])('the search for “%s” shows each letter once', async ([question, words]) => {
    await page.keyboard.press('/')
    await page.keyboard.insertText(question as string)
    const text = await page.locator('#search .hits').innerText()
    expect(text).toContain(words)
    expect(text).not.toMatch(/phòngphòng|NgàyNgày/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('the search is used by key: down to a result, up to the question again', async () => {
    await page.keyboard.press('/')
    await page.keyboard.insertText('sach')
    expect(await page.locator('#search [role="status"]').textContent()).toMatch(/^\d+ kết quả$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const second = await page.locator('#search .hits a').nth(1).getAttribute('href')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(`#${(await position(page)).id}`).toBe(second)
  })

  test('the search says when nothing is found, and finds a page by its number', async () => {
    await page.keyboard.press('/')
    await page.keyboard.insertText('xyz')
    expect(await page.locator('#search [role="status"]').textContent()).toBe(
      'Không tìm thấy “xyz”. Gõ ít từ hơn, bỏ dấu, hoặc gõ số trang.',
    )
    await page.locator('#question').fill(`trang ${numberOf('viec-3')}`)
    await page.keyboard.press('Enter')
    expect(await position(page)).toEqual({ id: 'viec-3', step: 0 })
  })

  test('letters and digits typed into the search move nothing', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('b 5 on p')
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    expect(await page.locator('.pause-overlay').isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await open('search')).toBe(false)
  })

  test('a clicker’s start key loads nothing again while a dialog is open', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same', 'page'))
    await page.keyboard.press('m')
    await page.keyboard.press('F5')
    expect(await page.getAttribute('body', 'data-same')).toBe('page')
    await page.keyboard.press('Escape')
  })

  test('the help names the keys of the deck and leads to the page for the technician', async () => {
    await page.keyboard.press('h')
    const text = await page.locator('#help').innerText()
    for (const words of ['Page Down, mũi tên phải', 'B, dấu chấm', 'F5', 'Esc', 'Mục lục']) {
      expect(text).toContain(words)
    }
    expect(complaints).toEqual([])
    await page.getByRole('link', { name: 'Trang kiểm tra' }).click()
    await page.waitForURL(addressesOf(deployment).check)
    await page.waitForSelector('.check')
    await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
    await presents(page)
  })

  test('the letters grow and shrink around the pointer, and Escape shows the whole', async () => {
    const width = () =>
      page.locator('section.present').evaluate((one) => one.getBoundingClientRect().width)
    const whole = await width()
    await page.keyboard.press('+')
    await page.keyboard.press('=')
    expect(await width()).toBeGreaterThan(whole * 1.4)
    // Paper is not magnified.
    await page.emulateMedia({ media: 'print' })
    expect(await width()).toBe(1280)
    await page.emulateMedia({ media: 'screen' })
    expect(await width()).toBeGreaterThan(whole * 1.4)
    await page.keyboard.press('-')
    await page.keyboard.press('Escape')
    expect(await width()).toBeCloseTo(whole, 0)
  })

  test('the deck’s window obeys a clicker and nothing else it sends: no reload, no overview, no dialog', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same', 'page'))
    const dark = () => page.locator('.pause-overlay').isVisible()
    await page.keyboard.press('F5')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    expect(await position(page)).toEqual({ id: 'tu-sach', step: 1 })
    await page.keyboard.press('.')
    expect(await dark()).toBe(true)
    await page.keyboard.press('.')
    expect(await dark()).toBe(false)
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.fullscreenElement && document.exitFullscreen())
    await page.keyboard.press('F5')
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await page.keyboard.press('PageUp')
    expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.getAttribute('body', 'data-same')).toBe('page')
    expect(complaints).toEqual([])
    await page.evaluate(() => document.exitFullscreen())
  })

  test('the deck’s window turns with a swipe, and the speaker’s screen with it', async () => {
    const { page: speaker } = await openIn(context, addressesOf(deployment).speaker)
    await speaks(speaker)
    await page.bringToFront()
    const client = await context.newCDPSession(page)
    await client.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x, y: 300 }],
      })
    await touch('touchStart', 900)
    // As a finger moves: in small steps, which a browser likes to take for a pan.
    for (let x = 880; x >= 500; x -= 20) await touch('touchMove', x)
    await touch('touchEnd')
    const there = { id: 'tu-sach', step: 0 }
    await expect.poll(() => position(page)).toEqual(there)
    await expect.poll(() => speakerPosition(speaker)).toEqual(there)
    await client.detach()
  })

  test('the deck’s window never shows a note beside a speaker’s screen: loaded again, printed, or after Escape', async () => {
    expect(context.pages()).toHaveLength(2)
    const shown = async () => notesIn(await page.locator('body').innerText())
    const states = [
      () => page.keyboard.press('PageDown'),
      () => page.reload().then(() => presents(page)),
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('F5'),
      () => page.evaluate(() => document.fullscreenElement && document.exitFullscreen()),
      () => page.keyboard.press('m'),
      () => page.keyboard.press('Escape'),
      () => page.emulateMedia({ media: 'print' }),
    ]
    for (const enter of states) {
      await enter()
      expect(await shown()).toEqual([])
    }
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages.flatMap(notesIn)).toEqual([])
  })
})
