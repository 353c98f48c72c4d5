import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slides, spokenPlace } from '../../support/slides.ts'
import { violations } from '../support/axe.ts'
import {
  complaintsOf,
  has,
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { addressesOf, type Deployment, layPackedFiles, walked } from '../support/deployments.ts'
import {
  cardOf,
  giveFile,
  goTo,
  openVersionEditor,
  press,
  restore,
  tap,
} from '../support/page-actions.ts'
import { file } from '../support/version.ts'

layPackedFiles()

const site = 'the built site'
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const summary = (page: Page) => textOf(page, '.summary')
/** Adds a slide of one's own before the last one. */
const addOwn = (page: Page) => tap(page, '.version-editor [data-do="add"]')

/** A machine with the page where a version is made, and two windows for whatever shows it. */
interface Machine {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
  readonly windows: readonly [Page, Page]
}

const machines = new Map<Deployment, Promise<Machine>>()

afterAll(async () => {
  for (const machine of machines.values()) await (await machine).context.close()
})

async function start(deployment: Deployment): Promise<Machine> {
  const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  context.setDefaultTimeout(10_000)
  const { page, complaints } = await openIn(context, addressesOf(deployment).review)
  await openVersionEditor(page)
  return { context, page, complaints, windows: [await context.newPage(), await context.newPage()] }
}

/** The machine of a deployment, opened on first use. */
function machineAt(deployment: Deployment): Promise<Machine> {
  const one = machines.get(deployment) ?? start(deployment)
  machines.set(deployment, one)
  return one
}

/** The same with the deck as it was published. */
const opened = async (deployment: Deployment = site) => {
  const machine = await machineAt(deployment)
  const { page, windows } = machine
  for (const window of windows) await window.goto('about:blank')
  await page.bringToFront()
  if (!(await summary(page))?.includes('Đây là bản gốc.')) {
    await restore(page)
  }
  expect(await summary(page)).toContain('Đây là bản gốc.')
  return machine
}

describe.for(walked)('a slide of one’s own, on %s', (deployment) => {
  test('is written by key, letter by letter, in the field that has the focus', async () => {
    const { page, complaints } = await opened(deployment)
    await page.getByRole('button', { name: 'Thêm trang liên hệ địa phương' }).click()
    const own = cardOf(page, 'rieng-1')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Liên hệ mới', { delay: 20 })
    await own.getByLabel('Các ý').pressSequentially('Một\nHai', { delay: 20 })
    await own.getByLabel('Ghi chú của tôi').pressSequentially('Nói nhanh', { delay: 20 })
    expect(await own.getByLabel('Đầu đề').inputValue()).toBe('Liên hệ mới')
    await expect
      .poll(() => own.locator('section .rows li').allTextContents())
      .toEqual(['Một', 'Hai'])
    expect(await own.locator('section .title').textContent()).toBe('Liên hệ mới')
    await page.reload()
    await openVersionEditor(page)
    expect(await own.getByLabel('Ghi chú của tôi').inputValue()).toBe('Nói nhanh')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('stands in the outline wherever it is, the last of a part, behind what is missing', async () => {
    const {
      page,
      windows: [outline],
    } = await opened(deployment)
    const complaints = complaintsOf(outline)
    await page.getByLabel('Nơi trình bày').fill('Hội trường A')
    await addOwn(page)
    await outline.goto(addressesOf(deployment).outline)
    const isListed = () =>
      outline.evaluate(() => document.querySelector('[data-of="rieng-1"]')?.checkVisibility())
    await expect.poll(isListed).toBe(true)
    expect(await outline.locator('[data-group] [data-of="rieng-1"]').count()).toBe(0)
    // It is added before the last slide.
    for (let up = 0; up < deck.closing.length; up++) {
      // The page of the outline follows by itself.
      await Promise.all([outline.waitForEvent('load'), press(page, 'rieng-1', 'up')])
      await expect.poll(isListed).toBe(true)
    }
    expect(await outline.locator('[data-group="3 việc"] [data-of="rieng-1"]').count()).toBe(1)
    const boxes = await outline.evaluate(() =>
      ['.own-cover', '.outline ol'].map((one) => {
        const { top, bottom } = (document.querySelector(one) as Element).getBoundingClientRect()
        return { top, bottom }
      }),
    )
    expect(boxes[0]?.bottom).toBeLessThanOrEqual(boxes[1]?.top ?? 0)
    expect(complaints).toEqual([])
  })
})

describe('the buttons', () => {
  test('keep the focus where a slide or a part goes, and a screen reader hears where', async () => {
    const { page } = await opened()
    const button = page.getByRole('button', { name: 'Xuống: Việc 1', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Xuống: Việc 1')
    expect(await page.locator('.announcer').textContent()).toBe(`${spokenPlace('viec-2')}: Việc 1`)
    const up = page.getByRole('button', { name: 'Lên: Việc 1', exact: true })
    await up.focus()
    await page.keyboard.press('Enter')
    // It is the first of its part now: the way up is closed, the next button takes over.
    expect(await focused(page)).toMatch(/: Việc 1$/)
  })

  test('add a slide behind the one they stand at, and ask before they take one away', async () => {
    const { page } = await opened()
    await press(page, 'con-so', 'add')
    const ids = await page.locator('.card section').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids[ids.indexOf('con-so') + 1]).toBe('rieng-1')
    await press(page, 'rieng-1', 'remove')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('#rieng-1').count()).toBe(1)
    await press(page, 'rieng-1', 'remove')
    await page.locator('#removing .remove').click()
    expect(await page.locator('#rieng-1').count()).toBe(0)
    expect(await summary(page)).toContain('Đây là bản gốc.')
  })

  test('the running order leaves alone what was hidden by hand', async () => {
    const { page } = await opened()
    // Of these, the short running order keeps the second.
    for (const id of ['tu-sach', 'chuyen-ke']) await press(page, id, 'hide')
    const leftOut = slides.filter(({ core }) => !core).length
    await page.getByLabel('Rút gọn (tối đa 10 phút)').check()
    expect(await summary(page)).toContain(`Đang ẩn ${leftOut + 1} trang.`)
    await press(page, 'con-so', 'hide')
    expect(await summary(page)).toContain(`Đang ẩn ${leftOut} trang.`)
    await page.getByLabel('Đầy đủ').check()
    expect(await summary(page)).toContain('Đang ẩn 2 trang.')
  })
})

describe('two windows', () => {
  const both = async () => [
    (await position(deckPage).catch(() => undefined))?.id,
    (await speakerPosition(speaker).catch(() => undefined))?.id,
  ]

  test('of the page where a version is made go on from each other', async () => {
    const {
      page,
      windows: [other],
    } = await opened()
    await other.goto(addressesOf(site).review)
    await openVersionEditor(other)
    await press(page, 'tu-sach', 'hide')
    await expect.poll(() => summary(other)).toContain('Đang ẩn 1 trang.')
    await press(other, 'khach-moi', 'hide')
    await expect.poll(() => summary(page)).toContain('Đang ẩn 2 trang.')
  })

  // A talk goes on from claim to claim; what is changed meanwhile stays.
  let deckPage: Page
  let speaker: Page

  test('of a talk stand on the next slide where theirs was hidden, and both on one', async () => {
    const { page, windows } = await opened()
    ;[deckPage, speaker] = windows
    await deckPage.goto(addressesOf(site).deck)
    await presents(deckPage)
    await speaker.goto(addressesOf(site).speaker)
    await speaks(speaker)
    const complaints = complaintsOf(deckPage)
    await goTo(speaker, 'viec-1')
    await expect.poll(() => position(deckPage)).toEqual({ id: 'viec-1', step: 0 })
    await press(page, 'viec-1', 'hide')
    await expect.poll(both, { timeout: 8000, interval: 200 }).toEqual(['viec-2', 'viec-2'])
    expect(await deckPage.locator('.notice').textContent()).toBe('')
    expect(complaints).toEqual([])
  })

  test('of a talk wait together while the deck fills the screen', async () => {
    const { page } = await machineAt(site)
    await deckPage.bringToFront()
    await deckPage.keyboard.press('F5')
    await expect.poll(() => deckPage.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await press(page, 'tu-sach', 'hide')
    // Longer than a change rests before other windows show it.
    await page.waitForTimeout(2500)
    await goTo(speaker, 'tu-sach')
    await expect.poll(() => position(deckPage)).toEqual({ id: 'tu-sach', step: 0 })
    expect((await speakerPosition(speaker)).id).toBe('tu-sach')
    await deckPage.evaluate(() => document.exitFullscreen())
    await expect.poll(both, { timeout: 8000, interval: 200 }).toEqual(['khach-moi', 'khach-moi'])
  })

  test('of a talk are not loaded again for notes alone', async () => {
    const { page } = await machineAt(site)
    await deckPage.evaluate(() => {
      document.title = 'the same'
    })
    await cardOf(page, 'con-so').getByLabel('Ghi chú của tôi').fill('Một ghi chú')
    // Longer than what is typed rests, and then a change.
    await page.waitForTimeout(2500)
    expect(await deckPage.title()).toBe('the same')
  })
})

test('what does not fit is said: minutes, and a file of endless points', async () => {
  const { page, complaints } = await opened()
  await addOwn(page)
  await cardOf(page, 'rieng-1').getByLabel('Thời lượng').fill('45')
  expect(await cardOf(page, 'rieng-1').locator('.remarks').allTextContents()).toContain(
    'Nhập từ 0,5 đến 30 phút, tròn nửa phút. Đang tính 1 phút.',
  )
  await cardOf(page, 'rieng-1').getByLabel('Thời lượng').fill('1,5')
  expect(await cardOf(page, 'rieng-1').locator('.remarks p').count()).toBe(0)
  await expect
    .poll(() => cardOf(page, 'rieng-1').locator('.planned').textContent())
    .toBe('1,5 phút')
  const endless = JSON.parse(file)
  endless.own[0].points = Array(160_000).fill('a')
  endless.hidden = Array(5000).fill('gone')
  await giveFile(page, 'x.json', JSON.stringify(endless))
  await page.locator('#reading').waitFor()
  expect(await page.locator('#reading .problems li').count()).toBeLessThan(15)
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
})

test('the mark of the speaker’s words stands apart in the copied outline', async () => {
  const {
    page,
    windows: [outline],
  } = await opened()
  await press(page, 'con-so', 'add')
  await page.getByLabel('Nơi trình bày').fill('Hội trường A')
  await expect.poll(() => page.locator('.own-cover').textContent()).toContain('Hội trường A')
  await outline.goto(addressesOf(site).outline)
  await outline.bringToFront()
  await has(outline, '[data-of="rieng-1"]')
  await outline.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect.poll(() => outline.locator('.notice').textContent()).toBe('Đã chép đề cương.')
  const text = await outline.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('2. Phần của báo cáo viên: Liên hệ địa phương')
  expect(text).toContain('\nPhần của báo cáo viên: Hội trường A')
})

test('a machine that is slow to remember loses nothing', async () => {
  const { context, page } = await opened()
  await press(page, 'tu-sach', 'hide')
  await page.goto('about:blank')
  await page.close()
  const slow = await context.newPage()
  await slow.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given)
      const answer = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess')
      Object.defineProperty(request, 'onsuccess', {
        set(listener: (event: Event) => void) {
          answer?.set?.call(request, (event: Event) => {
            setTimeout(() => listener.call(request, event), 2500)
          })
        },
      })
      return request
    }
  })
  await slow.goto(addressesOf(site).review)
  await openVersionEditor(slow)
  await expect.poll(() => summary(slow)).toContain('Đang ẩn 1 trang.')
  await press(slow, 'khach-moi', 'hide')
  await expect.poll(() => summary(slow)).toContain('Đang ẩn 2 trang.')
})
