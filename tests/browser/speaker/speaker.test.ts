import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deck as theDeck } from '#deck'
import { leadOn, plannedSeconds, secondsOf } from '../../../src/model/deck/deck.ts'
import { noteText, saidIn } from '../../../src/model/deck/notes.ts'
import { clock, secondsInWords } from '../../../src/model/talk/duration.ts'
import { lastId, numberOf, slides, spokenPlace } from '../../support/slides.ts'
import { darkViolations, violations } from '../support/axe.ts'
import {
  has,
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
} from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { goTo, tap } from '../support/page-actions.ts'

layPackedFiles()

/** A change reaches every window within this time, in milliseconds. */
const within = { timeout: 1000 }

describe.for(walked)('the speaker’s screen of %s', (deployment) => {
  let context: BrowserContext
  let deck: Page
  let speaker: Page
  let complaints: string[]

  // One evening: what a claim closes or turns to, it or the next one puts back.
  beforeAll(async () => {
    context = await newContext()
    context.setDefaultTimeout(10_000)
    await openDeck()
    ;[speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
    await speaks(speaker)
  })
  afterAll(() => context.close())
  beforeEach(async () => {
    await speaker.keyboard.press('Home')
    await bothAt('ngay-sach', 0)
  })
  afterEach(() => {
    expect(complaints).toEqual([])
  })

  const openDeck = async () => {
    ;({ page: deck, complaints } = await openIn(context, addressesOf(deployment).deck))
    await presents(deck)
  }
  const openSpeaker = async () => {
    const opened = await openIn(context, addressesOf(deployment).speaker)
    await speaks(opened.page)
    return opened.page
  }
  const bothAt = async (id: string, step: number) => {
    await expect.poll(() => position(deck), within).toEqual({ id, step })
    await expect.poll(() => speakerPosition(speaker), within).toEqual({ id, step })
  }

  test('opens in a window of its own with S and with its button', async () => {
    expect(await speaker.title()).toContain('Màn hình báo cáo viên')
    await deck.mouse.move(300, 300, { steps: 2 })
    const button = deck.getByRole('button', { name: 'Màn hình báo cáo viên' })
    // The window that is there comes to the front; no second one opens.
    await button.click()
    await speaker.waitForLoadState()
    await speaks(speaker)
    expect(context.pages()).toHaveLength(2)
    // A deck that was loaded again does not know its window, and loads it no more than before.
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('PageDown')
    await deck.reload()
    await presents(deck)
    await deck.evaluate(() => {
      const { open } = window
      window.open = (...given) => {
        document.body.dataset.opened = ''
        return open(...given)
      }
    })
    await deck.keyboard.press('s')
    await has(deck, '[data-opened]')
    expect(await speaker.locator('.held').isVisible()).toBe(true)
    expect(await speakerPosition(speaker)).toEqual({ id: 'tu-sach', step: 0 })
    expect(context.pages()).toHaveLength(2)
    await speaker.keyboard.press('g')
  })

  test('shows this slide, the next, the notes, the sources and what is missing', async () => {
    await goTo(deck, 'khach-moi')
    await bothAt('khach-moi', 0)
    expect(await speaker.locator('.present h2').textContent()).toBe(
      `Trang ${numberOf('khach-moi')}/${slides.length} · Buổi sáng: Khách mời được bài nêu tên`,
    )
    expect(await speaker.locator('.coming h2').first().textContent()).toBe(
      'Trang sắp chiếu: Lịch của ngày hội',
    )
    expect(await speaker.locator('.present .frame').textContent()).toContain('Trần Thị Sen')
    expect(await speaker.locator('.coming .frame').textContent()).toContain('một câu chuyện')
    const number = numberOf('khach-moi')
    const notes = [...(slides[number - 1]?.notes.map(noteText) ?? []), leadOn(theDeck, number)]
    expect(await speaker.locator('.notes p:visible').allTextContents()).toEqual(notes)
    const sources = speaker.locator('.sources [data-slide="khach-moi"]')
    expect(await sources.isVisible()).toBe(true)
    expect(await sources.locator('li').allTextContents()).toEqual(['người dẫn chuyện', 'số khách'])
    expect(await sources.locator('dt').allTextContents()).toEqual(['đoạn 3', 'đoạn 3, 5'])
    expect(await sources.locator('dl').textContent()).toContain('kể chuyện và tặng sách')
  })

  test('draws both slides as the audience sees them, the coming step marked', async () => {
    await goTo(deck, 'con-so')
    await bothAt('con-so', 0)
    const columns = speaker.locator('.present .counts > li > div')
    const seen = () =>
      columns.evaluateAll((all) =>
        all.map((one) => [getComputedStyle(one).visibility, one.classList.contains('upcoming')]),
      )
    expect(await seen()).toEqual([
      ['visible', false],
      ['visible', true],
      ['hidden', false],
    ])
    await speaker.keyboard.press('PageDown')
    await bothAt('con-so', 1)
    expect(await seen()).toEqual([
      ['visible', false],
      ['visible', false],
      ['visible', true],
    ])
    // The same box at another scale: every text starts at the same share of the width.
    const shares = (page: Page, root: string) =>
      page.evaluate((root) => {
        const box = document.querySelector(root) as HTMLElement
        const { left, width, top } = box.getBoundingClientRect()
        return [...box.querySelectorAll('.title, .verb, .numeral, .noun, .foot')].map((one) => {
          const rect = one.getBoundingClientRect()
          return [(rect.left - left) / width, (rect.top - top) / width].map(
            (share) => Math.round(share * 200) / 200,
          )
        })
      }, root)
    expect(await shares(speaker, '.present .frame section')).toEqual(
      await shares(deck, 'section.present'),
    )
  })

  test('follows the step in the notes that mark it', async () => {
    await goTo(deck, 'con-so')
    await deck.keyboard.press('PageDown')
    await bothAt('con-so', 1)
    expect(await speaker.locator('.notes p.due:visible').allTextContents()).toEqual([
      saidIn(slides[numberOf('con-so') - 1]?.notes ?? [])[1],
    ])
    expect(await speaker.locator('.notes p.past:visible').count()).toBe(1)
  })

  test('drives the deck with keys, buttons, page numbers, contents and search', async () => {
    await speaker.getByRole('button', { name: 'Trang sau' }).click()
    await bothAt('tu-sach', 0)
    await speaker.keyboard.press('PageDown')
    await bothAt('tu-sach', 1)
    await speaker.getByRole('button', { name: 'Trang trước' }).click()
    await bothAt('tu-sach', 0)
    await goTo(speaker, 'viec-3')
    await bothAt('viec-3', 0)
    await speaker.getByRole('button', { name: 'Mục lục' }).click()
    await speaker.getByRole('link', { name: `${numberOf('chuyen-ke')} Chú mèo thủ thư` }).click()
    await bothAt('chuyen-ke', 0)
    await speaker.keyboard.press('/')
    await speaker.keyboard.type('ho nep')
    await speaker.keyboard.press('Enter')
    // A hit may be the wrong slide: the deck follows at a key.
    await expect.poll(() => speakerPosition(speaker)).toEqual({ id: 'viec-2', step: 0 })
    expect(await position(deck)).toEqual({ id: 'chuyen-ke', step: 0 })
    await speaker.keyboard.press('Shift+G')
    await bothAt('viec-2', 0)
    await speaker.keyboard.press('End')
    await bothAt(lastId, 0)
    expect(await speaker.locator('.coming h2').first().textContent()).toBe('Đây là trang cuối')
  })

  test('searches the notes too', async () => {
    await speaker.keyboard.press('/')
    await speaker.keyboard.type('doc ca cau mot lan')
    await expect.poll(() => speaker.locator('#search .hits').textContent()).toContain('Việc 3')
    await speaker.keyboard.press('Enter')
    await speaker.locator('.held [data-command="bring"]').click()
    await bothAt('viec-3', 0)
  })

  test('blackens the audience’s screen and brings the slide back; the first key then only does that', async () => {
    const dark = () => deck.locator('.pause-overlay').isVisible()
    await speaker.getByRole('button', { name: 'Tắt màn chiếu' }).click()
    await expect.poll(dark, within).toBe(true)
    expect(await speaker.locator('html.covered').count()).toBe(1)
    await speaker.getByRole('button', { name: 'Chiếu lại' }).click()
    await expect.poll(dark, within).toBe(false)
    await speaker.keyboard.press('w')
    await expect.poll(dark, within).toBe(true)
    expect(await deck.getAttribute('html', 'data-screen')).toBe('white')
    expect(await speaker.getAttribute('.present .frame', 'data-stands')).toBe(
      'Màn chiếu đang trắng',
    )
    expect(await speaker.locator('.announcer').textContent()).toBe('Màn chiếu đang trắng')
    const tool = speaker.locator('#tools [data-command="white"]')
    expect(await tool.getAttribute('aria-pressed')).toBe('true')
    await speaker.getByRole('button', { name: 'Chiếu lại' }).click()
    await expect.poll(dark, within).toBe(false)
    expect(await tool.getAttribute('aria-pressed')).toBe('false')
    await speaker.keyboard.press('.')
    await expect.poll(dark, within).toBe(true)
    await speaker.keyboard.press('PageDown')
    await expect.poll(dark, within).toBe(false)
    await bothAt('ngay-sach', 0)
  })

  test('keeps both on one slide whichever is opened, closed or loaded again', async () => {
    await goTo(speaker, 'con-so')
    await speaker.keyboard.press('PageDown')
    await bothAt('con-so', 1)
    await deck.reload()
    await presents(deck)
    await bothAt('con-so', 1)
    await speaker.reload()
    await speaks(speaker)
    await bothAt('con-so', 1)
    await speaker.keyboard.press('PageDown')
    await bothAt('con-so', 2)
    const next = slides[numberOf('con-so')]?.id ?? ''
    await speaker.close()
    await deck.keyboard.press('PageDown')
    speaker = await openSpeaker()
    await bothAt(next, 0)
    await deck.close()
    await speaker.keyboard.press('PageDown')
    await openDeck()
    await bothAt(next, 1)
  })

  test('leads any number of windows', async () => {
    const other = await openSpeaker()
    const { page: second } = await openIn(context, addressesOf(deployment).deck)
    await presents(second)
    await goTo(speaker, 'viec-3')
    const there = { id: 'viec-3', step: 0 }
    for (const page of [deck, second]) {
      await expect.poll(() => position(page), within).toEqual(there)
    }
    for (const page of [speaker, other]) {
      await expect.poll(() => speakerPosition(page), within).toEqual(there)
    }
    for (const page of [second, other]) await page.close()
  })

  test('says when the deck is lost, and leads back', async () => {
    const state = speaker.locator('.partner-state')
    await expect.poll(() => state.textContent()).toBe('Đã nối với màn hình chiếu')
    // Another deck's window, as one that was opened before a new one was put on the host.
    await deck.evaluate(() => {
      const { dataset } = document.documentElement
      const folder = dataset.file ? location.pathname : location.pathname.replace(/[^/]*$/, '')
      const channel = new BroadcastChannel([dataset.deck, dataset.file, folder].join(' '))
      const versioned = (value: object) => ({ value, revision: 0, by: '', when: 0 })
      const shared = {
        view: versioned({ slide: 'bai-cu', step: 0 }),
        talk: versioned({ spent: {}, before: {}, running: false, at: 0, skipped: 0 }),
      }
      channel.onmessage = ({ data }) => {
        if (data.kind !== 'hello') return
        channel.postMessage({ kind: 'state', from: 'cu', role: 'deck', shared })
        document.body.dataset.told = ''
      }
    })
    await has(deck, '[data-told]')
    // Some seconds are over at once.
    await speaker.evaluate(() => {
      const now = performance.now.bind(performance)
      performance.now = () => now() + 10_000
    })
    await expect
      .poll(() => state.textContent())
      .toBe('Màn chiếu mở bản khác nên không theo. Tải lại cả hai.')
    await speaker.keyboard.press('End')
    await deck.close()
    await expect
      .poll(() => state.textContent(), { timeout: 4000 })
      .toBe('Mất kết nối với màn hình chiếu. Bấm “Kết nối lại”.')
    const [again] = await Promise.all([
      context.waitForEvent('page'),
      speaker.getByRole('button', { name: 'Kết nối lại' }).click(),
    ])
    deck = again
    await presents(again)
    expect(await position(again)).toEqual({ id: lastId, step: 0 })
    await expect.poll(() => state.textContent()).toBe('Đã nối với màn hình chiếu')
    expect(await speaker.getByRole('button', { name: 'Kết nối lại' }).isVisible()).toBe(false)
  })

  test('is offered as a plain link where the browser refuses a window', async () => {
    await deck.evaluate(() => {
      window.open = () => null
    })
    await speaker.close()
    await deck.keyboard.press('s')
    const dialog = deck.locator('#blocked')
    expect(await dialog.textContent()).toContain(
      'Trình duyệt chặn cửa sổ mới. Cho phép cửa sổ bật lên rồi bấm lại.',
    )
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('link', { name: 'Màn hình báo cáo viên' }).click(),
    ])
    await speaks(opened)
    speaker = opened
  })

  test('takes the speaker’s own time, of which all windows know and a reload too', async () => {
    const other = await openSpeaker()
    const label = (page: Page) => page.locator('.clocks [data-time="left"] dt').textContent()
    const plan = await label(speaker)
    expect(plan).toMatch(/^Còn lại, trình bày \(/)
    await speaker.keyboard.press('v')
    const dialog = speaker.locator('#own-time')
    const minutes = dialog.getByLabel('Tôi có, số phút')
    await minutes.fill('600')
    await minutes.press('Enter')
    expect(await dialog.locator('.meaning').textContent()).toBe(
      'Nhập số phút từ 1 đến 300, ví dụ 20.',
    )
    expect(await minutes.inputValue()).toBe('600')
    expect(await label(speaker)).toBe(plan)
    await minutes.fill('20')
    expect(await dialog.locator('.meaning').textContent()).toMatch(
      /^Cả buổi 20:00 \(trình bày [\d:]+, hỏi đáp [\d:]+\), các phần giữ nguyên tỷ lệ\.$/,
    )
    expect(await violations(speaker)).toEqual([])
    await dialog.getByRole('button', { name: 'Dùng' }).click()
    for (const page of [speaker, other]) {
      await expect.poll(() => label(page), within).toBe('Còn lại, cả hỏi đáp (20 phút)')
    }
    const meant = (await dialog.locator('.meaning').textContent())?.match(/\d+:\d\d/g)
    const planned = speaker.locator('#contents .sums [data-time="planned"]')
    expect(['20:00', ...(await planned.allTextContents())]).toEqual(meant)
    await other.close()
    await speaker.reload()
    await speaks(speaker)
    await expect.poll(() => label(speaker), within).toBe('Còn lại, cả hỏi đáp (20 phút)')
    await speaker.keyboard.press('v')
    expect(await minutes.inputValue()).toBe('20')
    await dialog.getByLabel('Theo bộ trang chiếu').check()
    await dialog.getByRole('button', { name: 'Dùng' }).click()
    await expect.poll(() => label(speaker), within).toBe(plan)
  })

  test('sets its notes at 24 px and up, and remembers the size', async () => {
    const size = () =>
      speaker
        .locator('.notes .text')
        .evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize))
    expect(await size()).toBeGreaterThanOrEqual(24)
    for (let press = 0; press < 9; press++) await speaker.keyboard.press('-')
    expect(await size()).toBe(24)
    await speaker.getByRole('button', { name: 'Chữ to hơn' }).click()
    expect(await size()).toBeGreaterThan(24)
    const chosen = await size()
    await speaker.reload()
    await speaks(speaker)
    expect(await size()).toBe(chosen)
  })

  test('has its tools in a row where there is room, else behind a button', async () => {
    const tool = speaker.getByRole('button', { name: /^Nền (tối|sáng) D$/ })
    const opener = speaker.getByRole('button', { name: 'Công cụ' })
    await speaker.setViewportSize({ width: 1920, height: 1080 })
    expect([await tool.isVisible(), await opener.isVisible()]).toEqual([true, false])
    await speaker.setViewportSize({ width: 1280, height: 720 })
    expect(await tool.isVisible()).toBe(false)
    await opener.click()
    // There is but one screen here.
    expect(await speaker.getByRole('button', { name: 'Đổi màn hình' }).count()).toBe(0)
    await tool.click()
    expect(await speaker.getAttribute('html', 'data-scheme')).toBe('dark')
    expect(await tool.isVisible()).toBe(false)
    await opener.press('Enter')
    // Keys work as ever meanwhile.
    await speaker.keyboard.press('d')
    expect(await speaker.getAttribute('html', 'data-scheme')).toBe('light')
    await speaker.keyboard.press('Tab')
    expect(await speaker.locator('#tools :focus').count()).toBe(1)
    await speaker.keyboard.press('Escape')
    expect(await opener.evaluate((e) => e === document.activeElement)).toBe(true)
    expect(await tool.isVisible()).toBe(false)
    await opener.click()
    await speaker.locator('.present h2').click()
    expect(await opener.getAttribute('aria-expanded')).toBe('false')
  })

  test('looks ahead in private while the audience’s slide is held, and says so', async () => {
    const deckAt = (id: string, step = 0) =>
      expect.poll(() => position(deck), within).toEqual({ id, step })
    const bar = speaker.locator('.held')
    const announced = () => speaker.locator('.announcer').textContent()
    await speaker.keyboard.press('PageDown')
    await bothAt('tu-sach', 0)
    expect(await bar.isVisible()).toBe(false)
    await speaker.keyboard.press('k')
    await expect.poll(() => deck.locator('.spotlight').count(), within).toBe(1)
    await speaker.keyboard.press('g')
    expect(await bar.locator('b').textContent()).toBe(
      `Đang giữ màn chiếu ở trang ${numberOf('tu-sach')}, còn 1 bước`,
    )
    expect(await announced()).toBe(`Đang giữ màn chiếu ở trang ${numberOf('tu-sach')}`)
    expect(await bar.getByRole('button').allTextContents()).toEqual(['Thôi giữ G'])
    // Keys, numbers, the contents and the search: none of them moves the deck.
    await speaker.keyboard.press('PageDown')
    await goTo(speaker, 'con-so')
    await speaker.keyboard.press('m')
    await speaker.getByRole('link', { name: `${numberOf('chuyen-ke')} Chú mèo thủ thư` }).click()
    await speaker.keyboard.press('/')
    await speaker.keyboard.type('ho nep')
    await speaker.keyboard.press('Enter')
    await expect.poll(() => speakerPosition(speaker), within).toEqual({ id: 'viec-2', step: 0 })
    expect(await speaker.locator('.notes [data-slide="viec-2"]').isVisible()).toBe(true)
    expect(await speaker.locator('.present h2').textContent()).toContain(
      `Xem riêng trang ${numberOf('viec-2')}/${slides.length}`,
    )
    expect(await announced()).toContain(`Xem riêng: ${spokenPlace('viec-2')}: `)
    await speaker.keyboard.press('Escape')
    const tool = speaker.locator('#tools [data-command="spot"]')
    expect(await tool.getAttribute('aria-pressed')).toBe('true')
    // Another window's move, and black, reach the deck; the screen says where it is now.
    await deck.keyboard.press('PageDown')
    await deckAt('tu-sach', 1)
    await expect.poll(() => bar.locator('b').textContent(), within).toContain('đã hiện hết')
    await speaker.keyboard.press('b')
    const dark = () => deck.locator('.pause-overlay').isVisible()
    await expect.poll(dark, within).toBe(true)
    // Escape closes what is open here, and no more.
    for (const key of ['PageDown', 'Escape']) await speaker.keyboard.press(key)
    expect(await dark()).toBe(true)
    await speaker.keyboard.press('b')
    await expect.poll(dark, within).toBe(false)
    // Back, without the deck.
    await bar.getByRole('button', { name: 'Về trang đang chiếu' }).click()
    expect(await bar.isVisible()).toBe(false)
    await bothAt('tu-sach', 1)
    // Ahead, with the deck.
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('End')
    await deckAt('tu-sach', 1)
    await bar.getByRole('button', { name: 'Chiếu trang này' }).click()
    await bothAt(lastId, 0)
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('Home')
    await speaker.keyboard.press('Shift+G')
    await bothAt('ngay-sach', 0)
    // A screen that is loaded again is where the deck is.
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('End')
    await speaker.reload()
    await speaks(speaker)
    expect(await bar.isVisible()).toBe(false)
    await bothAt('ngay-sach', 0)
  })

  test('has all slides in a row, to look at without the audience seeing it', async () => {
    const row = speaker.locator('.strip')
    const thumbs = row.locator('li button')
    const marked = (mark: string) => row.locator(`[data-mark="${mark}"] .caption`).allTextContents()
    const still = () =>
      expect.poll(() => position(deck), within).toEqual({ id: 'ngay-sach', step: 0 })
    await speaker.keyboard.press('o')
    expect(await thumbs.count()).toBe(slides.length)
    expect(await marked('audience')).toEqual([expect.stringMatching(/^1 .*Đang chiếu$/)])
    // Open, it holds nothing.
    expect(await speaker.locator('.held').isVisible()).toBe(false)
    await speaker.keyboard.press('PageDown')
    await bothAt('tu-sach', 0)
    expect(await thumbs.nth(numberOf('tu-sach') - 1).evaluate((e) => e.matches(':focus'))).toBe(
      true,
    )
    await speaker.keyboard.press('PageUp')
    await bothAt('ngay-sach', 0)
    // Arrow keys choose, and what is chosen is looked at in private.
    for (const key of ['ArrowRight', 'ArrowRight']) await speaker.keyboard.press(key)
    expect(await speakerPosition(speaker)).toEqual({ id: 'khach-moi', step: 0 })
    expect(await speaker.locator('.held b').textContent()).toBe('Đang giữ màn chiếu ở trang 1')
    expect(await marked('own')).toEqual([
      expect.stringMatching(new RegExp(`^${numberOf('khach-moi')} .*Đang xem$`)),
    ])
    expect(
      await thumbs
        .nth(numberOf('khach-moi') - 1)
        .evaluate((e) => e.matches(':focus[tabindex="0"][aria-current]')),
    ).toBe(true)
    await thumbs.nth(numberOf('con-so') - 1).click()
    expect(await speakerPosition(speaker)).toEqual({ id: 'con-so', step: 0 })
    await still()
    if (deployment === 'the built site') {
      expect(await violations(speaker)).toEqual([])
      expect(await darkViolations(speaker)).toEqual([])
    }
    // Its pictures are drawn as they come into sight.
    await speaker.keyboard.press('End')
    await expect.poll(() => thumbs.last().locator('.picture section').count()).toBe(1)
    await still()
    await speaker.keyboard.press('Shift+G')
    await bothAt(lastId, 0)
    // Back to the slide that the audience sees, nothing is left to look at.
    await speaker.keyboard.press('Home')
    await thumbs.last().click()
    expect(await speaker.locator('.held button:visible').allTextContents()).toEqual(['Thôi giữ G'])
    await speaker.keyboard.press('g')
    await speaker.keyboard.press('Escape')
    expect(await row.isVisible()).toBe(false)
    await speaker.keyboard.press('o')
    expect(
      await row
        .getByRole('button', { name: new RegExp(`^${slides.length} .* Đang chiếu$`) })
        .count(),
    ).toBe(1)
    await row.getByRole('button', { name: 'Đóng' }).click()
    expect(await row.isVisible()).toBe(false)
  })

  test('is not loaded again by a clicker’s start key', async () => {
    await speaker.evaluate(() => document.body.setAttribute('data-same', 'page'))
    for (const key of ['F5', 'Shift+F5', 'Escape', 'h', 'F5']) await speaker.keyboard.press(key)
    expect(await speaker.getAttribute('body', 'data-same')).toBe('page')
  })

  test('works on its own and says that there is no deck yet', async () => {
    await deck.close()
    await speaker.reload()
    await speaks(speaker)
    await expect
      .poll(() => speaker.locator('.partner-state').textContent(), { timeout: 4000 })
      .toBe('Chưa có màn hình chiếu')
    await speaker.keyboard.press('PageDown')
    expect(await speakerPosition(speaker)).toEqual({ id: 'tu-sach', step: 0 })
    expect(await speaker.getByRole('button', { name: 'Mở màn hình chiếu' }).isVisible()).toBe(true)
  })
})

describe('the clock of the speaker’s screen', () => {
  let context: BrowserContext
  let speaker: Page
  const figure = (name: string) => speaker.locator(`.clocks [data-time="${name}"] dd`).textContent()
  const press = (name: string) => speaker.getByRole('button', { name, exact: true }).click()

  beforeAll(async () => {
    context = await newContext({
      timezoneId: 'Asia/Ho_Chi_Minh',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await context.clock.install({ time: new Date('2018-05-18T08:05:00+07:00') })
    ;({ page: speaker } = await openIn(context, '/speaker.html'))
    await speaks(speaker)
  })
  afterAll(() => context.close())
  // The next talk begins on the first slide, its time at zero.
  afterEach(async () => {
    await tap(speaker, '[data-command="reset"]')
    await tap(speaker, '#resetting[open] .restart')
    expect(await speakerPosition(speaker)).toEqual({ id: 'ngay-sach', step: 0 })
  })

  /** A figure within a second of what it should be: the clock ticks by the second. */
  const shows = async (name: string, text: string, off = 2) => {
    const seconds = (clock: string) =>
      clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    const shown = (await figure(name)) ?? ''
    expect(Math.abs(seconds(shown) - seconds(text)), `${shown}, not ${text}`).toBeLessThanOrEqual(
      off,
    )
  }

  /** Lets the talk go on, second by second as a window that is seen does. */
  const pass = (minutes: number) => context.clock.runFor(minutes * 60_000)

  test('tells the time by 24 hours and waits for the talk to begin', async () => {
    await pass(1)
    expect(await figure('now')).toBe('08:06')
    expect(await figure('spent')).toBe('0:00')
    expect(
      await speaker.getByRole('button', { name: 'Chạy đồng hồ', exact: true }).isVisible(),
    ).toBe(true)
  })

  test('runs from the first move on, against the plan of the whole and of the part', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(0.75)
    await shows('spent', '0:45')
    const planned = plannedSeconds(theDeck)
    await shows('left', clock((planned - 45) * 1000))
    // The part's three slides were to take 75 seconds.
    await shows('part', '0:30')
    // Nothing is left of the second slide, and the cover is behind.
    const rest = planned - slides.slice(0, 2).reduce((sum, slide) => sum + secondsOf(slide), 0)
    expect(await figure('rest')).toBe(secondsInWords(rest))
    expect(await figure('questions')).toBe('4:00')
    await pass(1.6)
    expect(await figure('part')).toBe('Quá 1 phút')
    // One alarm at a time: that the rest takes longer than there is time.
    const over = speaker.locator('.clocks .over')
    expect(await over.evaluateAll((all) => all.map(({ dataset }) => dataset.time))).toEqual([
      'rest',
    ])
  })

  test('keeps the deck on its slide when F5 fills its screen in the middle of the talk', async () => {
    const { page: deck } = await openIn(context)
    await presents(deck)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => position(deck)).toEqual({ id: 'tu-sach', step: 0 })
    await pass(1.5)
    await deck.bringToFront()
    await deck.keyboard.press('F5')
    await expect.poll(() => deck.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    expect(await position(deck)).toEqual({ id: 'tu-sach', step: 0 })
    await deck.close()
    await speaker.bringToFront()
  })

  test('stops and goes on, and asks before it is set to zero', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await press('Tạm dừng')
    await pass(3)
    await shows('spent', '1:00')
    await press('Tiếp tục')
    await pass(1)
    await shows('spent', '2:00')
    await press('Đặt lại')
    await speaker.locator('#resetting').getByRole('button', { name: 'Hủy' }).click()
    await shows('spent', '2:00')
    await press('Đặt lại')
    await speaker.locator('#resetting .reset').click()
    expect(await figure('spent')).toBe('0:00')
    expect(await speakerPosition(speaker)).toMatchObject({ id: 'tu-sach' })
  })

  test('keeps how long each slide took, this time and the time before, beside the plan', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await goTo(speaker, 'chuyen-ke')
    await pass(2)
    await press('Đặt lại')
    await speaker.locator('#resetting .restart').click()
    expect(await speakerPosition(speaker)).toEqual({ id: 'ngay-sach', step: 0 })
    await speaker.keyboard.press('PageDown')
    await pass(0.5)
    await speaker.keyboard.press('PageUp')
    await speaker.keyboard.press('m')
    const timeOf = (id: string) =>
      clock(1000 * secondsOf(slides.find((slide) => slide.id === id) as (typeof slides)[0]))
    const row = (id: string) => speaker.locator(`#contents [data-row="${id}"] td`).allTextContents()
    expect(await row('tu-sach')).toEqual([timeOf('tu-sach'), '0:30', '1:00'])
    expect(await row('chuyen-ke')).toEqual([timeOf('chuyen-ke'), '–', '2:00'])
    expect(await speaker.locator('#contents .sum td').allTextContents()).toEqual([
      clock(plannedSeconds(theDeck) * 1000),
      '0:30',
      '3:00',
    ])
    await speaker.keyboard.press('Escape')
    // The same by part, to be copied into a report.
    await speaker.keyboard.press('u')
    const rows = await speaker
      .locator('#times tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
    expect(rows[0]).toEqual(['Phần', 'Dự kiến', 'Lần này', 'Lần trước'])
    expect(rows).toContainEqual(['Buổi sáng', '1:15', '0:30', '1:00'])
    expect(rows).toContainEqual(['Hỏi đáp', '4:00', '–', '–'])
    expect(rows.at(-1)).toEqual([
      'Cả buổi',
      clock((plannedSeconds(theDeck) + 240) * 1000),
      '0:30',
      '3:00',
    ])
    await speaker.getByRole('button', { name: 'Chép bảng' }).click()
    await expect
      .poll(() => speaker.evaluate(() => navigator.clipboard.readText()))
      .toBe(rows.map((row) => row.join('\t')).join('\n'))
    expect(await speaker.locator('#times [role="status"]').textContent()).toBe('Đã chép bảng.')
    await speaker.keyboard.press('Escape')
  })

  test('counts down to the speaker’s own end, and warns in words before it comes', async () => {
    const setUntil = async (text: string) => {
      await speaker.keyboard.press('v')
      await speaker.getByLabel('Phải xong lúc, giờ và phút').fill(text)
      await speaker.keyboard.press('Enter')
    }
    const said = () => speaker.locator('.time-left').textContent()
    const left = speaker.locator('.clocks [data-time="left"]')
    const label = () => left.locator('dt').textContent()
    await context.clock.setSystemTime(new Date('2018-05-18T09:20:00+07:00'))
    await setUntil('9h15')
    expect(await speaker.locator('#own-time .meaning').textContent()).toBe(
      '09:15 đã qua: bây giờ là 09:20.',
    )
    await speaker.keyboard.press('Escape')
    await setUntil('9h30')
    // It is later before the clock is started, and while it stands.
    await pass(2)
    await shows('left', '8:00')
    expect(await label()).toBe('Còn lại đến 09:30 (cả hỏi đáp)')
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await press('Tạm dừng')
    await pass(1)
    await press('Tiếp tục')
    await shows('left', '6:00')
    expect(await said()).toBe('')
    await pass(1.1)
    await shows('left', '4:54')
    expect([await label(), await said()]).toEqual(['Còn chưa đầy 5 phút', 'Còn 5 phút'])
    expect(await left.getAttribute('class')).toBe('near')
    // What is on the screen goes on; what was said aloud is said once.
    await pass(1)
    expect([await label(), await said()]).toEqual(['Còn chưa đầy 4 phút', 'Còn 5 phút'])
    await pass(3)
    expect([await label(), await said()]).toEqual(['Còn chưa đầy 1 phút', 'Còn 1 phút'])
    await pass(3)
    expect([await figure('left'), await said()]).toEqual(['Quá 2 phút', 'Hết giờ'])
    expect(await left.getAttribute('class')).toBe('over')
    // A moment that has passed is not that of the next talk.
    await press('Đặt lại')
    await speaker.locator('#resetting .restart').click()
    expect(await label()).toMatch(/^Còn lại, trình bày/)
  })

  test('begins anew in both of two screens, whichever asks for it', async () => {
    const second = await context.newPage()
    // The later of two names wins a tie; the first screen asks against it.
    await second.addInitScript(() => {
      Math.random = () => 0.999
    })
    await second.goto(speaker.url())
    await speaks(second)
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await press('Đặt lại')
    await speaker.locator('#resetting .restart').click()
    for (const page of [speaker, second]) {
      await expect.poll(() => speakerPosition(page)).toEqual({ id: 'ngay-sach', step: 0 })
      await expect
        .poll(() => page.locator('.clocks [data-time="spent"] dd').textContent())
        .toBe('0:00')
      await expect
        .poll(() => page.locator('[data-command="pause"]').textContent())
        .toBe('Chạy đồng hồ')
    }
    await second.close()
  })

  test('survives a reload, and a crash that took a minute', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await speaker.close()
    await context.clock.fastForward(60_000)
    ;({ page: speaker } = await openIn(context, '/speaker.html'))
    await speaks(speaker)
    expect(await speakerPosition(speaker)).toEqual({ id: 'tu-sach', step: 0 })
    await pass(0.1)
    await shows('spent', '2:06')
  })

  test('leaves a long sleep out, says so, and counts it in when asked to', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await context.clock.fastForward(42 * 60_000)
    await pass(0.1)
    const skipped = speaker.locator('.skipped')
    expect(await skipped.textContent()).toContain('Đồng hồ không tính 42 phút (máy ngủ')
    await shows('spent', '1:06')
    await press('Cộng vào')
    await shows('spent', '43:06')
    expect(await skipped.isVisible()).toBe(false)
  })

  test('goes on when the machine’s clock is set back or forward', async () => {
    await speaker.keyboard.press('PageDown')
    await pass(1)
    await context.clock.setSystemTime(new Date('2018-05-18T07:00:00+07:00'))
    await pass(1)
    await shows('spent', '2:00')
    await context.clock.setSystemTime(new Date('2018-05-18T17:00:00+07:00'))
    await pass(1)
    await shows('spent', '3:00', 4)
    expect(await figure('now')).toMatch(/^17:0[01]$/)
    expect(await speaker.locator('.skipped').isVisible()).toBe(true)
  })
})

describe.for(walked)('a rehearsal, on %s', (deployment) => {
  test('can become the plan, which is shown before it is taken, and given up again', async () => {
    const context = await newContext({ timezoneId: 'Asia/Ho_Chi_Minh' })
    await context.clock.install({ time: new Date('2018-05-18T08:05:00+07:00') })
    const { page: deck } = await openIn(context, addressesOf(deployment).deck)
    await presents(deck)
    await deck.evaluate(() => document.body.setAttribute('data-same', 'page'))
    const { page: speaker, complaints } = await openIn(context, addressesOf(deployment).speaker)
    await speaks(speaker)
    await speaker.keyboard.press('PageDown')
    await context.clock.runFor(63_000)
    await speaker.keyboard.press('PageDown')
    await speaker.keyboard.press('PageDown')
    const cells = (row: string, dialog = '#contents') =>
      speaker.locator(`${dialog} ${row} td`).allTextContents()
    const before = await cells('[data-row="tu-sach"]')

    const dialog = speaker.locator('#rehearsal')
    const rehearse = async () => {
      await speaker.keyboard.press('u')
      await speaker.getByRole('button', { name: 'Dùng thời gian tập làm thời lượng' }).click()
    }
    const reloads = async (button: string) => {
      const loaded = speaker.waitForEvent('load')
      await dialog.getByRole('button', { name: button, exact: true }).click()
      await loaded
      await speaks(speaker)
    }
    await rehearse()
    expect(
      await dialog.locator('tr', { hasText: /^2\. / }).locator('td').allTextContents(),
    ).toEqual([before[0], '1:05'])
    await dialog.getByRole('button', { name: 'Hủy' }).click()
    expect(await cells('[data-row="tu-sach"]')).toEqual(before)
    await rehearse()
    await reloads('Dùng')
    expect(await cells('[data-row="tu-sach"]')).toEqual(['1:05', '1:03', '–'])
    expect(await speakerPosition(speaker)).toMatchObject({ id: 'khach-moi' })
    // What the audience sees has not changed.
    await context.clock.runFor(5000)
    expect(await deck.getAttribute('body', 'data-same')).toBe('page')
    await rehearse()
    await reloads('Bỏ thời gian tập')
    expect(await cells('[data-row="tu-sach"]')).toEqual(before)
    expect(complaints).toEqual([])
    await context.close()
  })
})
