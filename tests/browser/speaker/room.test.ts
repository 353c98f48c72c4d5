import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newContext, openIn, speaks } from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

/** Windows from a phone's to a large screen's: what S opens, and what half a screen leaves. */
const sizes = [
  [320, 480],
  [360, 640],
  [360, 740],
  [412, 915],
  [480, 320],
  [600, 480],
  [667, 375],
  [740, 360],
  [768, 1024],
  [800, 600],
  [820, 1180],
  [899, 600],
  [900, 500],
  [900, 700],
  [921, 652],
  [960, 540],
  [984, 522],
  [1000, 480],
  [1024, 600],
  [1024, 640],
  [1024, 700],
  [1024, 768],
  [1080, 1920],
  [1152, 612],
  [1199, 700],
  [1200, 700],
  [1229, 653],
  [1280, 480],
  [1280, 600],
  [1280, 720],
  [1366, 600],
  [1366, 660],
  [1366, 768],
  [1440, 900],
  [1536, 730],
  [1600, 900],
  [1920, 480],
  [1920, 940],
  [1920, 1080],
  [2560, 1080],
  [2560, 1440],
] as const

/** What is wrong on a speaker's screen as it stands: runs in the page. */
function faults(): string[] {
  const root = document.documentElement
  const found: string[] = []
  const name = (e: Element) => [...e.classList, (e as HTMLElement).dataset.command].join(' ')
  if (root.scrollWidth > root.clientWidth) found.push('scrolls sideways')
  const longer = root.scrollHeight - root.clientHeight
  if (longer > 0 && longer < 3) found.push('scrolls by a pixel')
  const parts = [
    '.clocks dl > div, .clocks button, .held p',
    '.present > h2, .coming > h2, .present .frame, .coming .frame',
    '.sources, .sources .list, .notes header > *, .notes .text, .more-lines',
    '.stop-pointing, .strip, .strip > button, .moves button, .moves p, .skipped > *, .speaker-screen > .notice',
  ].join()
  // What stays in place while the page scrolls, or is opened, lies on the rest; the page's end is
  // clear of it.
  const staying = ['.thumbs', '.clocks', '#tools', '.strip'].flatMap((name) =>
    [...document.querySelectorAll(name)].filter((whole) =>
      /fixed|sticky|absolute/.test(getComputedStyle(whole).position),
    ),
  )
  const boxes = [...document.querySelectorAll(parts)].flatMap((part) => {
    const box = part.getBoundingClientRect()
    if (box.width === 0 || part.childNodes.length === 0) return []
    return [{ part, box, stays: staying.some((whole) => whole.contains(part)) }]
  })
  for (const { part, box } of boxes) {
    const says = (what: string) => found.push(`${name(part)}: ${what}`)
    if (box.left < -0.5 || box.right > root.clientWidth + 0.5) says('outside')
    if (box.top + scrollY < -0.5 || box.bottom + scrollY > root.scrollHeight + 0.5) says('below')
    const marked = getComputedStyle(part).textOverflow === 'ellipsis'
    if (!marked && !part.matches('.frame') && part.scrollWidth > part.clientWidth + 1) says('cut')
    if (part.matches('button') && box.height < 40) says('low')
    if (part.matches('.sources, .text, .frame') && box.height < 40) says('no room')
    // Cut at a line: no letter crosses the lower edge of a text that scrolls.
    if (part.matches('.list, .text') && part.scrollHeight > part.clientHeight + 1) {
      const range = document.createRange()
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode)
        const crosses = ({ top, bottom }: DOMRect) =>
          top < box.bottom - 2 && bottom > box.bottom + 2
        if ([...range.getClientRects()].some(crosses)) says('cut in a line')
      }
      if (!part.nextElementSibling?.textContent) says('does not say how much is left')
    }
    if (part.matches('.frame') && Math.abs(box.width / box.height - 16 / 9) > 0.03) says('shape')
  }
  const figures = [...document.querySelectorAll('.clocks dl > div')]
  figures.forEach((clock, at) => {
    const next = figures[at + 1]
    const [its, other] = [clock, next].map((one) => one?.getBoundingClientRect().bottom ?? 0)
    const foot = (one?: Element) => one?.querySelector('dd')?.getBoundingClientRect().bottom ?? 0
    if (its === other && Math.abs(foot(clock) - foot(next)) > 0.5) found.push('figures out of line')
  })
  const end = boxes.filter(({ stays }) => !stays).map(({ box }) => box.bottom + scrollY)
  const bar = staying
    .filter((one) => one.matches('.thumbs, .strip'))
    .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)
  if (Math.max(...end) > root.scrollHeight - bar + 1) found.push('the end lies under the buttons')
  boxes.forEach(({ part, box, stays }, at) => {
    for (const { part: other, box: its, stays: stands } of boxes.slice(at + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left)
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
      if (across <= 1 || down <= 1 || stays !== stands || part.contains(other)) continue
      found.push(`${name(part)} on ${name(other)}`)
    }
  })
  return found
}

/** Each state on top of those before it; words as the page itself says them. */
const states: Readonly<Record<string, () => void>> = {
  'before it begins': () => undefined,
  'near the end of the speaker’s own time': () => {
    const place = document.querySelector('[data-time="left"]')
    place?.classList.add('near')
    place?.querySelector('dt')?.replaceChildren('Còn lại đến 09:30 ', '(cả hỏi đáp)')
    place?.querySelector('dd')?.replaceChildren('1:32:40')
  },
  'over time, the deck lost, paired live': () => {
    for (const name of ['left', 'part']) {
      const place = document.querySelector(`[data-time="${name}"]`)
      place?.classList.add('over')
      place?.querySelector('dd')?.replaceChildren('Quá 12 phút')
    }
    const words = document.createElement('p')
    words.className = 'live-state lost'
    words.textContent =
      'Máy khác đang trình bày, màn hình này đi theo. Bấm “Tiếp quản” để trình bày từ máy này.'
    const take = document.createElement('button')
    take.textContent = 'Tiếp quản'
    document.querySelector('.moves')?.append(words, take)
  },
  'after a sleep, with a notice, long notes in large letters, the screen black': () => {
    document.querySelector('.skipped')?.removeAttribute('hidden')
    document
      .querySelector('.skipped span')
      ?.replaceChildren(
        'Đồng hồ không tính 42 phút (máy ngủ, đổi giờ hoặc màn hình này đóng). Cộng vào thời gian đã nói?',
      )
    document
      .querySelector('.notice')
      ?.replaceChildren(
        'Không lưu được trên máy này. Đóng hay tải lại màn hình này thì đồng hồ về số không.',
      )
    const notes = document.querySelector<HTMLElement>('.notes .text')
    const shown = notes?.querySelector('[data-slide]:not([hidden])')
    notes?.style.setProperty('--letters', '46px')
    for (const text of [...(shown?.children ?? [])]) shown?.append(text.cloneNode(true))
    document.documentElement.classList.add('covered')
    document.querySelector('.present .frame')?.setAttribute('data-stands', 'Màn chiếu đang trắng')
  },
  'while the audience’s slide is held': () => {
    document.querySelector<HTMLElement>('#tools [data-command="hold"]')?.click()
    document.querySelector<HTMLElement>('.moves [data-command="next"]')?.click()
  },
  'with the tools open': () => document.querySelector<HTMLElement>('.open-tools')?.click(),
  'while somebody points': () => document.documentElement.classList.add('aims'),
  'with all slides in a row': () =>
    document.querySelector<HTMLElement>('#tools [data-command="overview"]')?.click(),
  'with all that is behind «Thêm» on a narrow one': () =>
    document.querySelector<HTMLElement>('.more')?.click(),
}

/** Waits until the texts are cut anew, which a new size of the window asks for. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

/** Where the clocks and their buttons stand: left edge and width. */
const placesOfClocks = (page: Page) =>
  page
    .locator('.clocks dl > div, .clocks button')
    .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().left, one.clientWidth]))

describe('the speaker’s screen in windows of every size', () => {
  let page: Page

  beforeAll(async () => {
    const context = await newContext()
    const { page: deck } = await openIn(context)
    await deck.waitForSelector('.presenting')
    ;({ page } = await openIn(context, '/speaker.html'))
    await speaks(page)
    await goTo(page, 'con-so')
    await page.keyboard.press('PageDown')
    // The deck is lost: the longest of what the screen says of it.
    await page.getByText('Đã nối với màn hình chiếu').waitFor()
    await deck.close()
    await page.waitForSelector('.partner-state.lost')
  })
  afterAll(() => page.context().close())

  test('keeps each clock in its place, what is left of the time the largest', async () => {
    const before = await placesOfClocks(page)
    const set = (figures: Readonly<Record<string, string>>) =>
      page.evaluate((figures) => {
        for (const [name, figure] of Object.entries(figures)) {
          document.querySelector(`[data-time="${name}"] dd`)?.replaceChildren(figure)
        }
      }, figures)
    await set({ left: 'Quá 132 phút', rest: '9,5 phút', part: 'Quá 40 giây', spent: '1:32:40' })
    expect(await placesOfClocks(page)).toEqual(before)
    const sizes = await page
      .locator('.clocks dd')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
    const [left = 0, ...others] = sizes
    for (const other of others) expect(left).toBeCloseTo(2 * other, 1)
  })

  test('has the buttons that turn pages under the thumbs of who holds a phone', async () => {
    for (const [width, height] of [
      [360, 740],
      [390, 844],
      [740, 360],
    ] as const) {
      await page.setViewportSize({ width, height })
      const box = async (name: string) => {
        const found = await page.getByRole('button', { name, exact: true }).boundingBox()
        if (!found) throw new Error(`${name} is not seen.`)
        return found
      }
      const [back, next] = [await box('Trang trước'), await box('Trang sau')]
      expect(next.width).toBeGreaterThan(1.3 * back.width)
      for (const { y, height: high } of [back, next]) {
        expect(high).toBeGreaterThanOrEqual(48)
        expect(y + high).toBeGreaterThan(height - 20)
      }
      expect(await page.locator('.notes .text').isVisible()).toBe(true)
      expect(await page.locator('.sources').isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Thêm', exact: true }).click()
      expect(await page.locator('.notes .text').isVisible()).toBe(false)
      expect(await page.locator('.sources').isVisible()).toBe(true)
      await page.getByRole('button', { name: 'Ghi chú', exact: true }).click()
    }
  })

  test('is a remote on a phone: what a tool does is seen beside the notes', async () => {
    await page.setViewportSize({ width: 360, height: 640 })
    const press = (name: string) => page.getByRole('button', { name }).click()
    const frame = page.locator('.present .frame')
    const more = async (tool: string) => {
      await press('Thêm')
      await page.locator('#tools').getByRole('button', { name: tool }).click()
    }
    await more('Con trỏ')
    await frame.waitFor()
    expect(await page.locator('.notes .text').isVisible()).toBe(true)
    await press('Tắt con trỏ')
    expect(await frame.isVisible()).toBe(false)
    await more('Giữ màn chiếu')
    expect(await page.locator('.held').isVisible()).toBe(true)
    await press('Thôi giữ')
    await more('Màn trắng')
    const says = () =>
      page
        .locator('.present > h2')
        .evaluate((heading) => getComputedStyle(heading, '::before').content)
    expect(await says()).toBe('"Màn chiếu đang trắng"')
    await press('Trang sau')
    expect(await says()).toBe('none')
    // Two quick presses are two presses, and a pull downwards loads nothing again.
    expect(
      await page.evaluate(() => [
        getComputedStyle(document.body).touchAction,
        getComputedStyle(document.documentElement).overscrollBehaviorY,
      ]),
    ).toEqual(['manipulation', 'none'])
  })

  // Each size with a third of the states in `npm test`, with all of them in `test:long`.
  const everySize = Boolean(process.env.THOROUGH)
  const named = Object.entries(states).map(([name, set], state) => {
    return [name, set, sizes.filter((_, at) => everySize || at % 3 === state % 3)] as const
  })

  test.for(named)('has room for all it shows: %s', async ([, set, sizes]) => {
    await page.evaluate(set)
    const found: Record<string, string[]> = {}
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      let wrong = await page.evaluate(faults)
      // A busy machine draws the new size frames later.
      for (let frame = 0; frame < 30 && wrong.length > 0; frame++) {
        await drawn(page)
        wrong = await page.evaluate(faults)
      }
      if (wrong.length > 0) found[`${width}×${height}`] = wrong
    }
    expect(found).toEqual({})
  })

  test('keeps the buttons under the thumbs on a phone whose letters are twice the size', async () => {
    await page.setViewportSize({ width: 180, height: 370 })
    await drawn(page)
    const buttons = page.locator('.thumbs button:visible')
    expect(await buttons.count()).toBeGreaterThan(1)
    const cut = await buttons.evaluateAll((all) =>
      all.filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < 0 || right > innerWidth || one.scrollWidth > one.clientWidth + 1
      }),
    )
    expect(cut).toEqual([])
  })

  test('scrolls its notes by key, in their place and down the page of a phone', async () => {
    const places = () =>
      page.evaluate(() => [document.querySelector('.notes .text')?.scrollTop ?? 0, scrollY])
    await page.evaluate(() =>
      document.querySelector('.speaker-screen')?.classList.remove('with-more'),
    )
    // The audience's slide is held no more.
    await page.keyboard.press('g')
    const at = await page.evaluate(
      () => document.querySelector<HTMLElement>('.present .frame')?.dataset.shown,
    )
    for (const [width, height, place] of [
      [1366, 768, 0],
      [360, 740, 1],
    ] as const) {
      await page.setViewportSize({ width, height })
      await drawn(page)
      await page.evaluate(() => {
        document.querySelector('.notes .text')?.scrollTo(0, 0)
        scrollTo(0, 0)
      })
      await page.keyboard.press('Shift+ArrowDown')
      expect((await places())[place]).toBeGreaterThan(100)
      await page.keyboard.press('Shift+ArrowUp')
      expect((await places())[place]).toBeLessThan(2)
    }
    // An arrow alone is a clicker's: it turns pages. With Shift it turned none.
    expect(await page.getAttribute('.present .frame', 'data-shown')).toBe(at)
  })

  test('keeps the names of the contents’ columns in sight while the rows scroll', async () => {
    await page.setViewportSize({ width: 984, height: 522 })
    await page.keyboard.press('m')
    const tops = await page.evaluate(() => {
      const dialog = document.querySelector('#contents')
      dialog?.scrollTo(0, 300)
      return ['header', 'thead th', 'tbody'].map(
        (name) => dialog?.querySelector(name)?.getBoundingClientRect() as DOMRect,
      )
    })
    const [header, head, body] = tops as [DOMRect, DOMRect, DOMRect]
    expect(body.top).toBeLessThan(header.top)
    expect(Math.abs(head.top - header.bottom)).toBeLessThan(1)
    await page.keyboard.press('Escape')
  })
})
