import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { vietnameseLetters } from '../../../src/model/language/alphabet.ts'
import { folded } from '../../support/text.ts'
import { darkViolations, violations } from '../support/axe.ts'
import { browser, open } from '../support/browser.ts'
import { breaking, type Drawn, overlapping, textsOf } from '../support/probe.ts'

/** Five per cent of the width, in hundredths of the height. */
const inset = 80 / 9
const width = 1600 / 9

const states = (page: Page) => page.locator('.states li')
/** Waits until the page has said everything about the machine. */
const settled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.states li')].every(
      ({ textContent }) => textContent && !textContent.startsWith('Đang lưu'),
    ),
  )

async function check(options: BrowserContextOptions = {}) {
  const opened = await open('/check.html', { serviceWorkers: 'allow', ...options })
  await settled(opened.page)
  return opened
}

/** The lines of the echo, the newest first. */
const echo = (page: Page) => page.locator('.clicker li').allTextContents()

/** Nothing leaves the safe area or its own box, nor covers anything else. */
function expectInPlace(texts: readonly Drawn[]): void {
  const found = breaking(texts, {
    'right of the frame': ({ left }) => left >= inset + 1,
    'left of the frame': ({ right }) => right <= width - inset - 1,
    'within its box': ({ right, edge }) => right <= edge + 0.05,
    'below the frame': ({ top }) => top >= inset + 1,
    'above the frame': ({ bottom }) => bottom <= 100 - inset - 0.4,
  })
  expect.soft(found).toEqual([])
  expect(overlapping(texts)).toEqual([])
}

const viewports = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
]

/** Every text is large, dark enough in both schemes and in its place; no line is wrapped. */
async function expectLegible(page: Page): Promise<void> {
  for (const viewport of viewports) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const texts = await textsOf(page, 'kiem-tra')
      expect(texts.length).toBeGreaterThan(30)
      expectInPlace(texts)
      const found = breaking(texts, {
        large: ({ text, size }) => size >= (/nguồn|chân trang/.test(text) ? 2.6 - 1e-3 : 3.749),
        'dark enough': ({ contrast }) => contrast >= 7,
        open: ({ lineHeight, serif }) => lineHeight >= (serif ? 1.249 : 1.399),
      })
      expect.soft(found, `${viewport.width} px, ${colorScheme}`).toEqual([])
      // One line each: nothing is wrapped.
      const lines = await states(page).evaluateAll((all) =>
        all.map((line) => {
          const range = document.createRange()
          range.selectNodeContents(line)
          return range.getClientRects().length
        }),
      )
      expect(lines).toEqual([1, 1, 1, 1, 1])
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 720 })
}

describe('the page', () => {
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    ;({ page, complaints } = await check())
    await page.evaluate(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(violatedDirective, blockedURI),
      )
      document.body.dataset.same = 'page'
      addEventListener('keydown', ({ defaultPrevented }) => {
        document.body.dataset.prevented = String(defaultPrevented)
      })
    })
  })
  afterAll(() => page.context().close())

  const prevented = () => page.evaluate(() => document.body.dataset.prevented)
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  const ground = () =>
    page.locator('.check').evaluate((check) => getComputedStyle(check).backgroundColor)

  test('says what the machine can do', async () => {
    const [browser, ...rest] = await states(page).allTextContents()
    expect(browser).toMatch(/^Chrome \d+: dùng tốt$/)
    expect(rest).toEqual([
      '1280 × 720: đúng 16:9, kín màn hình',
      'Đã tải đủ ba phông chữ',
      'Lưu được trên máy này',
      'Dùng được khi không có mạng',
    ])
  })

  test('a key is asked for, with the two that do something here', async () => {
    expect(await page.locator('.clicker h2').textContent()).toContain(
      'Thử bút trình chiếu: bấm một nút',
    )
    expect(await echo(page)).toEqual(['Phím F: toàn màn hình', 'Phím D: đổi nền sáng, nền tối'])
    expect(await page.locator('.clicker [role="status"] ol').count()).toBe(1)
  })

  test('shows all 134 letters in the sans and the stacked marks in the serif of the deck', async () => {
    const letters = (await page.locator('.letters').textContent()) ?? ''
    expect([...letters.replace(/\s/g, '')].sort()).toEqual([...vietnameseLetters].sort())
    expect(folded((await page.locator('.words').textContent()) ?? '')).toBe(
      'Nguyễn chuẩn quyền thẩm ngữ Ủy ĐỘT PHÁ NGHỊ QUYẾT CHIẾN LƯỢC',
    )
    const client = await page.context().newCDPSession(page)
    await client.send('DOM.enable')
    await client.send('CSS.enable')
    const { root } = await client.send('DOM.getDocument', { depth: -1 })
    for (const [selector, family] of [
      ['.letters', 'Be Vietnam Pro'],
      ['.words', 'Source Serif 4'],
      ['.states', 'Be Vietnam Pro'],
    ] as const) {
      const { nodeIds } = await client.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: `${selector}, ${selector} *`,
      })
      for (const nodeId of nodeIds) {
        const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
        for (const { isCustomFont, familyName } of fonts) {
          expect(
            isCustomFont && familyName.startsWith(family),
            `${selector} in ${familyName}`,
          ).toBe(true)
        }
      }
    }
    await client.detach()
  })

  test('leads back to the deck', async () => {
    const link = page.getByRole('link', { name: 'Quay lại bộ trang chiếu' })
    expect(await link.evaluate((a: HTMLAnchorElement) => a.href)).toBe(`${inject('origin')}/`)
  })

  test('writes as the source writes, in letters its fonts have', async () => {
    const text = (await page.locator('body').textContent()) ?? ''
    expect(await page.title()).toMatch(/^Trang kiểm tra – /)
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/khóa|hóa|xóa|uỷ|[!"'«»←→✓✔]|\.\.\./)
  })

  test.for([
    {
      colorScheme: 'light',
      colours: [
        '255, 253, 247',
        '31, 26, 23',
        '90, 74, 66',
        '122, 18, 18',
        '133, 115, 103',
        '201, 188, 171',
      ],
    },
    {
      colorScheme: 'dark',
      colours: [
        '51, 10, 10',
        '255, 248, 231',
        '230, 211, 189',
        '244, 213, 141',
        '185, 143, 132',
        '125, 63, 58',
      ],
    },
  ] as const)(
    'shows the colours of the deck in six patches, $colorScheme, each with its name',
    async ({ colorScheme, colours }) => {
      await page.emulateMedia({ colorScheme })
      const patches = await page.locator('.colours li').evaluateAll((all) =>
        all.map((patch) => {
          const svg = patch.querySelector('svg') as SVGElement
          const { width, height } = svg.getBoundingClientRect()
          return {
            label: patch.textContent,
            colour: getComputedStyle(svg.querySelector('rect') as Element).fill,
            border: Number.parseFloat(getComputedStyle(svg).borderTopWidth),
            seen: width > 100 && height > 14,
          }
        }),
      )
      expect(patches.map(({ label }) => label)).toEqual([
        'nền',
        'chữ',
        'chữ phụ',
        'chữ nhấn',
        'chấm',
        'vạch',
      ])
      expect(patches.map(({ colour }) => colour)).toEqual(colours.map((c) => `rgb(${c})`))
      expect(patches.every(({ seen }) => seen)).toBe(true)
      // The ground on itself is seen by its edge alone.
      expect(patches.map(({ border }) => border > 2)).toEqual([true, ...Array(5).fill(false)])
      await page.emulateMedia({ colorScheme: 'light' })
    },
  )

  test('every text is large, dark enough and in its place before a key, in each room and scheme', () =>
    expectLegible(page))

  test.for(viewports)(
    'a frame stands five per cent of the width inside $width×$height, with a solid mark in each corner',
    async (viewport) => {
      await page.setViewportSize(viewport)
      const wide = Math.min(viewport.width, (viewport.height * 16) / 9)
      const [left, top] = [(viewport.width - wide) / 2, (viewport.height - (wide * 9) / 16) / 2]
      const edge = wide * 0.05
      const box = await page.locator('.safe').boundingBox()
      expect(box?.x).toBeCloseTo(left + edge, 0)
      expect(box?.y).toBeCloseTo(top + edge, 0)
      expect(box?.width).toBeCloseTo(wide - 2 * edge, 0)
      expect(box?.height).toBeCloseTo((wide * 9) / 16 - 2 * edge, 0)
      const marks = await page.locator('.safe i').evaluateAll((all) =>
        all.map((mark) => {
          const { left, top, right, bottom } = mark.getBoundingClientRect()
          const frame = (mark.parentElement as HTMLElement).getBoundingClientRect()
          const pens = getComputedStyle(mark).borderWidth.split(' ').map(Number.parseFloat)
          return {
            at: [
              Math.abs(top - frame.top) < 1
                ? 'top'
                : Math.abs(bottom - frame.bottom) < 1 && 'bottom',
              Math.abs(left - frame.left) < 1
                ? 'left'
                : Math.abs(right - frame.right) < 1 && 'right',
            ].join(' '),
            pen: Math.max(...pens),
          }
        }),
      )
      expect(marks.map(({ at }) => at)).toEqual([
        'top left',
        'top right',
        'bottom left',
        'bottom right',
      ])
      for (const { pen } of marks) expect(pen).toBeGreaterThan(((wide * 9) / 16) * 0.014)
      expect(await page.locator('h1').textContent()).toContain('phải thấy đủ bốn góc')
    },
  )

  test.for(viewports)(
    'the smallest sizes are shown on $width×$height, each in a line that says so',
    async (viewport) => {
      await page.setViewportSize(viewport)
      const texts = await textsOf(page, 'kiem-tra')
      const size = (start: string) => texts.find(({ text }) => text.startsWith(start))?.size
      expect(size('Cỡ chữ nhỏ nhất')).toBeCloseTo(3.75, 2)
      expect(size('Cỡ chữ của dòng nguồn')).toBeCloseTo(2.6, 2)
    },
  )

  test.for([
    ['PageDown', 'Page Down: trang sau'],
    ['PageUp', 'Page Up: trang trước'],
    ['.', 'dấu chấm: tắt màn chiếu, chiếu lại'],
    ['b', 'B: tắt màn chiếu, chiếu lại'],
    ['Escape', 'Esc: thoát toàn màn hình, đóng hộp đang mở'],
    ['Shift+F5', 'Shift+F5: trình chiếu từ trang này'],
    [' ', 'phím cách: trang sau'],
    ['Shift+ ', 'Shift+phím cách: trang trước'],
    ['7', '7: số trang, rồi bấm Enter'],
    ['x', 'X: không có tác dụng'],
    ['F8', 'F8: không có tác dụng'],
  ] as const)('the key %s is said as “%s”, and does nothing else', async ([key, line]) => {
    await page.keyboard.press(key)
    expect((await echo(page))[0]).toBe(line)
    expect(await prevented()).toBe('true')
    expect(await isFull()).toBe(false)
  })

  test.for([[['PageDown', 'x', 'Shift+F5', 'Escape']], [Array<string>(4).fill('AudioVolumeDown')]])(
    'every text is large, dark enough and in its place after %s, in each room and scheme',
    async ([keys = []]) => {
      for (const key of keys) await page.keyboard.press(key)
      await expectLegible(page)
    },
  )

  test('axe finds nothing, light or dark, nor in one column on a window 360 px wide', async () => {
    await page.keyboard.press('PageDown')
    expect(await violations(page)).toEqual([])
    expect(await darkViolations(page), 'dark').toEqual([])
    await page.setViewportSize({ width: 360, height: 720 })
    await page.keyboard.press('PageDown')
    expect(await violations(page), 'narrow').toEqual([])
  })

  // No scheme changes a size.
  test.for([320, 360, 699])('is one column of 16 px and up, %d px wide', async (width) => {
    await page.setViewportSize({ width, height: 740 })
    for (const key of ['PageDown', 'Escape']) await page.keyboard.press(key)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const height = await page.locator('#kiem-tra').evaluate((m) => m.getBoundingClientRect().height)
    const pixels = (units: number) => (units * height) / 100
    const found = breaking(await textsOf(page, 'kiem-tra'), {
      large: ({ size }) => pixels(size) >= 15.99,
      'right of the margin': ({ left }) => pixels(left) >= width * 0.05 + 1,
      'left of the margin': ({ right }) => pixels(right) <= width * 0.95 - 1,
    })
    expect(found).toEqual([])
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  test('a key stays in sight with the three before it, the newest first, and is counted', async () => {
    const count = async () =>
      Number.parseInt((await page.locator('.count').textContent()) ?? '', 10)
    const before = await count()
    for (const key of ['Home', 'End', 'End', 'ArrowLeft', 'ArrowRight']) {
      await page.keyboard.press(key)
    }
    expect(await echo(page)).toEqual([
      'mũi tên phải: trang sau',
      'mũi tên trái: trang trước',
      'End: trang cuối',
      'End: trang cuối',
    ])
    expect(await page.locator('.count').textContent()).toBe(`${before + 5} lần`)
    expect(await count()).toBe(before + 5)
  })

  test('a key is understood through a Vietnamese input method', async () => {
    await page.evaluate(() =>
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code: 'KeyB' })),
    )
    expect((await echo(page))[0]).toBe('B: tắt màn chiếu, chiếu lại')
  })

  test('the key D changes the scheme', async () => {
    const before = await ground()
    await page.keyboard.press('d')
    expect(await ground()).not.toBe(before)
    expect((await echo(page))[0]).toBe('D: đổi nền sáng, nền tối')
    await page.keyboard.press('d')
    expect(await ground()).toBe(before)
  })

  test.for(['f', 'F5'])(
    'the key %s fills the screen and leaves it, and loads nothing again',
    async (key) => {
      await page.keyboard.press(key)
      await expect.poll(isFull).toBe(true)
      await page.keyboard.press(key)
      await expect.poll(isFull).toBe(false)
      expect((await echo(page))[0]).toMatch(/^(F: toàn màn hình|F5: bắt đầu trình chiếu)$/)
      expect(await page.evaluate(() => document.body.dataset.same)).toBe('page')
    },
  )

  test("a key of the browser's own is left to it", async () => {
    const before = await echo(page)
    for (const key of ['Control+b', 'Alt+b', 'Meta+b', 'Shift']) {
      await page.keyboard.press(key)
      expect(await prevented(), key).toBe('false')
    }
    expect(await echo(page)).toEqual(before)
    await page.keyboard.press('Tab')
    expect(await prevented()).toBe('false')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Quay lại bộ trang chiếu',
    )
  })

  test('under the strict policy runs without a word in the console', async () => {
    for (const key of ['d', 'd', 'F5', 'F5', 'PageDown', '.']) await page.keyboard.press(key)
    expect(complaints).toEqual([])
  })

  test('Enter on the link leads back', async () => {
    await page.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${inject('origin')}/**`)
    await page.waitForSelector('.presenting section.present')
  })
})

describe('a machine in trouble', () => {
  test('hears of it in the words of the deck, and everything stays in the frame', async () => {
    const context = await (await browser()).newContext({
      viewport: { width: 1280, height: 800 },
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
      navigator.serviceWorker.register = () => Promise.reject(new Error('refused'))
    })
    await page.route('**/be-vietnam-pro-700*.woff2', (route) => route.abort())
    await page.goto(`${inject('origin')}/check.html`)
    await settled(page)
    expect(await states(page).allTextContents()).toEqual([
      'Firefox 128: chưa thử bản này, bản 153 dùng được',
      '1280 × 800: khác 16:9, có dải trống',
      'Chưa tải được phông chữ. Đang dùng phông có sẵn.',
      'Không lưu được trên máy này',
      'Chưa lưu được để dùng khi không có mạng',
    ])
    expect(await page.locator('.lacking:visible').count()).toBe(3)
    expectInPlace(await textsOf(page, 'kiem-tra'))
    await context.close()
  })
})

test('without scripts it shows all that needs none, and says what does', async () => {
  const { page, complaints } = await open('/check.html', { javaScriptEnabled: false })
  const shown = folded(await page.locator('main').innerText())
  for (const text of [
    'phải thấy đủ bốn góc',
    'Cỡ chữ nhỏ nhất',
    'Cỡ chữ của dòng nguồn',
    'chữ phụ',
  ]) {
    expect(shown).toContain(text)
  }
  for (const letter of vietnameseLetters) expect(shown).toContain(letter)
  expect(shown).toContain('Phần còn lại cần JavaScript. Bật JavaScript rồi tải lại trang web.')
  expect(shown).not.toContain('Thử bút')
  expect(await page.locator('.safe i:visible').count()).toBe(4)
  expectInPlace(await textsOf(page, 'kiem-tra'))
  // The browser drops the scripts it has asked for ahead of time.
  expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
  await page.context().close()
})
