import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { deck } from '#deck'
import {
  plannedSeconds,
  questionSeconds,
  runningOrderOf,
  slidesOf,
} from '../../../src/model/deck/deck.ts'
import { secondsInWords } from '../../../src/model/talk/duration.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original, type Version } from '../../../src/model/version/version.ts'
import { readVersion } from '../../../src/model/version/version-file.ts'
import { render } from '../../../src/render/render.tsx'
import { notesIn } from '../../support/notes.ts'
import { lastId, slides } from '../../support/slides.ts'
import { narrowRules, violations } from '../support/axe.ts'
import { complaintsOf, has, newContext, openIn, presents, speaks } from '../support/browser.ts'
import { addressesOf, fileAddress, layPackedFiles, walked } from '../support/deployments.ts'
import {
  buttonOf,
  cardOf,
  giveFile,
  openVersionEditor,
  press,
  readVersionFile,
  restore,
  tap,
} from '../support/page-actions.ts'
import { edition, file, version } from '../support/version.ts'

layPackedFiles()

const slidesShown = (page: Page) =>
  page.locator('.slides > section').evaluateAll((all) => all.map(({ id }) => id))
const saved = async (page: Page, button: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return download
}
const textOf = async (download: Download) => readFile(await download.path(), 'utf8')
/** What a page shows of each slide, as markup; what the shell writes for itself left out. */
const markup = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slides > section:not([hidden])')].map((slide) => {
      const copy = slide.cloneNode(true) as HTMLElement
      for (const one of [copy, ...copy.querySelectorAll('*')]) {
        for (const name of ['data-at', 'data-seconds', 'style', 'hidden', 'aria-hidden', 'inert']) {
          one.removeAttribute(name)
        }
        one.classList.remove('present', 'past', 'future', 'visible', 'current-fragment')
        if (one.classList.length === 0) one.removeAttribute('class')
      }
      for (const gone of copy.querySelectorAll('.parts [data-part]:not(:has(a[href]))'))
        gone.remove()
      return copy.outerHTML
    }),
  )

/** What the review page says that will be shown of a version. */
const willShow = (version: Version) => {
  const shown = applyVersion(deck, version)
  const [talk, questions] = [plannedSeconds(shown), questionSeconds(shown)].map(secondsInWords)
  return `Sẽ chiếu ${slidesOf(shown).length} trang, dự kiến ${talk}. Hỏi đáp ${questions}.`
}

describe.for(walked)('a version of one’s own, on %s', (deployment) => {
  /** The machine where it is made, and another that has only what was sent to it. */
  const machines: BrowserContext[] = []
  /** On the first: where it is made, and a window that shows one page after the other. */
  let page: Page
  let shown: Page
  let complaints: string[]
  let words: string[]

  beforeAll(async () => {
    machines.push(await newContext(), await newContext())
    const [mine] = machines as [BrowserContext]
    ;({ page, complaints } = await openIn(mine, addressesOf(deployment).review))
    await openVersionEditor(page)
    shown = await mine.newPage()
    words = complaintsOf(shown)
  })
  afterAll(() => Promise.all(machines.map((machine) => machine.close())))
  afterEach(() => {
    expect([...complaints, ...words]).toEqual([])
  })

  test('is made by hand, kept, shown to the audience and to the speaker, and taken back (A08)', async () => {
    for (const id of version.hidden) await page.locator(buttonOf(id, 'hide')).click()
    const { hidden } = version
    expect(await page.locator('.summary').textContent()).toBe(
      `Đang ẩn ${hidden.length} trang. ${willShow({ ...original, hidden })}`,
    )
    await page.locator(buttonOf('lich-ngay', 'up')).click()
    await page.locator(buttonOf('lich-ngay', 'up')).click()
    await page.getByRole('button', { name: 'Xuống: Chuyện kể', exact: true }).first().click()
    await page.getByRole('button', { name: 'Thêm trang liên hệ địa phương' }).click()
    const own = cardOf(page, 'rieng-1')
    await own.getByLabel('Đầu đề').fill('Liên hệ huyện A')
    await own.getByLabel('Các ý').fill('Ý một <b>\n\nÝ hai')
    await own.getByLabel('Thời lượng').fill('2')
    await cardOf(page, 'con-so').getByLabel('Ghi chú của tôi').fill('Nhắc số 3.\n<i>Hỏi</i> lại')
    await page.getByLabel('Nơi trình bày').fill('Hội trường huyện ủy')
    const total = page.getByLabel('Thời lượng cả buổi')
    await total.fill('20')
    await total.fill('20 giờ')
    const remark = page.locator('.version-editor .room', { hasText: 'Nhập số phút' })
    expect(await remark.textContent()).toBe('Nhập số phút từ 1 đến 300, ví dụ 20.')
    await total.fill('20')
    await expect
      .poll(() => page.locator('[data-shows="totals"]').textContent())
      .toMatch(
        new RegExp(
          `^${slides.length - hidden.length + 1} trang, dự kiến [\\d,]+ phút, hỏi đáp [\\d,]+ phút;`,
        ),
      )
    // Sourced text has no field.
    expect(await cardOf(page, 'con-so').locator('input, textarea').count()).toBe(1)
    expect(await cardOf(page, lastId).locator('[data-do="hide"]').isDisabled()).toBe(true)

    const deckPage = shown
    await deckPage.goto(addressesOf(deployment).deck)
    await presents(deckPage)
    const ids = await slidesShown(deckPage)
    expect(ids).toHaveLength(slides.length - hidden.length + 1)
    expect(ids.slice(0, 3)).toEqual(['ngay-sach', 'lich-ngay', 'con-so'])
    expect(ids[ids.indexOf('sach-moi') - 1]).toBe('chuyen-ke')
    await deckPage.keyboard.press('o')
    const offered = await deckPage
      .locator('#overview a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(offered).toEqual(ids.map((id) => `#${id}`))
    await deckPage.keyboard.press('Escape')
    expect(await deckPage.locator('.slides .own-cover').textContent()).toBe(
      'Phần của báo cáo viênHội trường huyện ủy',
    )
    expect(await deckPage.locator('#rieng-1 .rows li').allTextContents()).toEqual([
      'Ý một <b>',
      'Ý hai',
    ])
    expect(await deckPage.locator('#rieng-1').textContent()).toContain('Phần của báo cáo viên')
    expect(await deckPage.locator('body').textContent()).not.toContain('Nhắc số 3')
    // A link to a hidden slide leads nowhere, but to where it can be shown again.
    const [gone = ''] = version.hidden
    const name = runningOrderOf(deck).find(({ id }) => id === gone)?.name
    for (const [window, way] of [
      [deckPage, 'Mở Chế độ đọc trước để hiện lại.'],
      [page, 'Bấm “Soạn bản riêng” để hiện lại.'],
    ] as const) {
      await window.evaluate((id) => {
        location.hash = `#${id}`
      }, gone)
      await expect
        .poll(() => window.locator('.notice').textContent())
        .toBe(`Trang “${name}” đang ẩn. ${way}`)
    }
    const { page: speaker } = await openIn(deckPage.context(), addressesOf(deployment).speaker)
    await speaks(speaker)
    expect(await speaker.locator('.clocks [data-time="left"]').textContent()).toBe(
      'Còn lại, cả hỏi đáp (20 phút)20:00',
    )
    // Behind the cover and the programme.
    await speaker.keyboard.type('3')
    await speaker.keyboard.press('Enter')
    await expect
      .poll(() => speaker.locator('.notes .own-note:visible').innerText())
      .toMatch(/^Phần của báo cáo viên\n+Nhắc số 3\.\n<i>Hỏi<\/i> lại$/)

    await speaker.close()
    await page.getByRole('button', { name: 'Trả về bản gốc' }).click()
    await page.locator('#restoring .restore').click()
    expect(await page.locator('.summary').textContent()).toBe(
      `Đây là bản gốc. ${willShow(original)}`,
    )
    await expect
      .poll(() => slidesShown(deckPage).catch(() => []), { timeout: 8000 })
      .toEqual(slides.map(({ id }) => id))
    await deckPage.goto('about:blank')
  })

  test('saved as a page opens as itself anywhere, reads without scripts, and can be undone', async () => {
    await readVersionFile(page)
    const download = await saved(page, 'Lưu bản riêng để gửi')
    expect(download.suggestedFilename()).toBe('ban-rieng.html')
    const address = fileAddress('gửi qua Zalo (1).html')
    await copyFile(await download.path(), fileURLToPath(address))
    await expect.poll(() => page.locator('.notice').textContent()).toContain('ban-rieng.html')

    const ids = slidesOf(edition).map(({ id }) => id)
    const bare = await newContext({ javaScriptEnabled: false })
    const { page: paper, complaints: none } = await openIn(bare, address)
    const visible = () =>
      paper.locator('section:visible').evaluateAll((all) => all.map((slide) => slide.id))
    expect(await visible()).toEqual(ids)
    expect(await paper.locator('#ngay-sach').innerText()).toContain('Nguyễn Văn Á')
    expect(notesIn(await paper.locator('body').innerText())).toEqual([])
    expect(none).toEqual([])
    await bare.close()

    const [, other] = machines as [BrowserContext, BrowserContext]
    const { page: deckPage, complaints: said } = await openIn(other, address)
    await presents(deckPage)
    expect(await slidesShown(deckPage)).toEqual(ids)
    const { page: reader, complaints: spoken } = await openIn(other, `${address}?doc-truoc`)
    await openVersionEditor(reader)
    expect(await cardOf(reader, 'con-so').getByLabel('Ghi chú của tôi').inputValue()).toBe(
      version.notes['con-so'],
    )
    // What is saved again from here is the same version.
    const again = await textOf(await saved(reader, 'Lưu bản riêng để gửi'))
    expect(again.length).toBeGreaterThan(200_000)
    expect(again.match(/class="own-version">/g)?.length).toBe(
      (await readFile(fileURLToPath(address), 'utf8')).match(/class="own-version">/g)?.length,
    )
    await restore(reader)
    await expect
      .poll(() => slidesShown(deckPage).catch(() => []), { timeout: 8000 })
      .toEqual(slides.map(({ id }) => id))
    expect([...said, ...spoken]).toEqual([])
  })

  test('is the same deck in another browser that reads its file (A08)', async () => {
    await restore(page)
    await readVersionFile(page, file, 'cua-toi.json')
    const written = await textOf(await saved(page, 'Lưu thay đổi ra tệp'))
    expect(readVersion(JSON.parse(written), deck.id, runningOrderOf(deck))).toEqual({
      version,
      problems: [],
    })

    const [, second] = machines as [BrowserContext, BrowserContext]
    const [deckPage, other] = second.pages() as [Page, Page]
    await other.goto(addressesOf(deployment).review)
    await openVersionEditor(other)
    await readVersionFile(other, written)
    await deckPage.goto(addressesOf(deployment).deck)
    await presents(deckPage)
    expect(await slidesShown(deckPage)).toEqual(slidesOf(edition).map(({ id }) => id))
  })

  test('moved by the browser is what the build renders', async () => {
    await shown.setViewportSize({ width: 600, height: 800 })
    await shown.goto(addressesOf(deployment).deck)
    await has(shown, '#rieng-1')
    const moved = await markup(shown)
    await shown.goto('about:blank')
    await shown.setContent(`<main>${render('index', edition).body}</main>`)
    const rendered = await markup(shown)
    expect(moved).toEqual(rendered)
    await shown.setViewportSize({ width: 1280, height: 720 })
  })

  test('stands in the outline too, as the build renders it, and is copied so', async () => {
    await shown.goto(addressesOf(deployment).outline)
    await has(shown, '[data-of="rieng-1"]')
    const said = () => shown.locator('.outline').innerText()
    const first = await said()
    expect(first).toContain('Liên hệ huyện A')
    expect(first).not.toContain('Nối với gần')
    expect(notesIn(first)).toEqual([])
    await shown.evaluate((html) => {
      const built = new DOMParser().parseFromString(html, 'text/html').querySelector('.outline')
      if (built) document.querySelector('.outline')?.replaceWith(built)
    }, render('outline', edition).body)
    expect((await said()).split('\n').filter(Boolean)).toEqual(first.split('\n').filter(Boolean))
    await shown.goto('about:blank')
  })

  test('short takes at most 10 minutes, full brings everything back (A09)', async () => {
    await restore(page)
    await page.getByLabel('Rút gọn (tối đa 10 phút)').check()
    const short = { ...original, running: 'short' } as const
    const leftOut = slides.filter(({ core }) => !core).length
    expect(await page.locator('.summary').textContent()).toBe(
      `Đang ẩn ${leftOut} trang. ${willShow(short)}`,
    )
    await shown.goto(addressesOf(deployment).speaker)
    await speaks(shown)
    expect(await shown.locator('[data-time="left"] dt').textContent()).toBe(
      `Còn lại, trình bày (${secondsInWords(plannedSeconds(applyVersion(deck, short)))})`,
    )
    await page.getByLabel('Đầy đủ').check()
    expect(await page.locator('.summary').textContent()).toContain(
      `Sẽ chiếu ${slides.length} trang`,
    )
  })
})

describe('what a file carries', () => {
  test('stands before what this machine keeps; both are offered, neither is lost', async () => {
    const context = await newContext()
    // From a disk, all decks of one id share what the machine keeps.
    const { page } = await openIn(context, addressesOf('the packed file').review)
    await openVersionEditor(page)
    await readVersionFile(page)
    const download = await saved(page, 'Lưu bản riêng để gửi')
    const address = fileAddress('đồng nghiệp.html')
    await copyFile(await download.path(), fileURLToPath(address))
    await press(page, 'chuyen-ke', 'hide')
    // Left as a user leaves a page: a closed one is not told, and may not have stored anything yet.
    await page.goto('about:blank')
    await page.close()

    const { page: reader } = await openIn(context, `${address}?doc-truoc`)
    await reader.locator('#differing').waitFor()
    expect(await violations(reader)).toEqual([])
    expect(await reader.locator('#chuyen-ke').isVisible()).toBe(true)
    await reader.locator('#differing .kept').click()
    await expect.poll(() => reader.locator('#chuyen-ke').isVisible()).toBe(false)
    await reader.reload()
    await has(reader, '.version-editor:not([inert])')
    expect(await reader.locator('#differing').isVisible()).toBe(false)
    expect(await reader.locator('#chuyen-ke').isVisible()).toBe(false)
    await context.close()
  })
})

/** One machine for what follows: where a version is made, and a window of the deck. */
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  context = await newContext()
  ;({ page, complaints } = await openIn(context, addressesOf('the built site').review))
  await openVersionEditor(page)
})
afterAll(() => context.close())

describe('a file that is read', () => {
  beforeAll(() => press(page, 'tu-sach', 'hide'))
  afterEach(() => {
    expect(complaints).toEqual([])
  })

  test.for([
    ['rỗng', '', /bị hỏng/],
    ['ảnh', '\u0000\u0001PNG', /bị hỏng/],
    ['của bản sau', file.replace('"form": 1', '"form": 2'), /mới hơn/],
    ['của tháng sau', file.replace(deck.id, `${deck.id}-khac`), /bộ trang chiếu khác/],
    ['rất lớn', `{"x":"${'x'.repeat(10_000_000)}"}`, /quá lớn \(10,0 MB\)/],
    ['bị cắt', file.slice(0, 400), /bị hỏng/],
  ] as const)(
    '%s is refused with a sentence, and nothing is lost',
    async ([name, text, sentence]) => {
      await giveFile(page, `${name}.json`, text)
      await page.locator('#reading').waitFor()
      expect(await page.locator('#reading .found').textContent()).toMatch(sentence)
      expect(await page.locator('#reading .use').isVisible()).toBe(false)
      await page.keyboard.press('Escape')
      expect(await page.locator('.summary').textContent()).toContain('Đang ẩn 1 trang.')
    },
  )

  test('in part is used in part, once the speaker agrees', async () => {
    const mixed = JSON.stringify({
      ...JSON.parse(file),
      hidden: ['viec-1', 'khong-con'],
      notes: { 'con-so': '<img src=x onerror=alert(1)>\u202e', 'viec-2': 'Hµ Néi' },
      __proto__x: 1,
    })
    await giveFile(page, 'x.json', mixed)
    await page.locator('#reading').waitFor()
    const problems = await page.locator('#reading .problems li').allTextContents()
    expect(problems.join(' ')).toMatch(/khong-con/)
    expect(problems.join(' ')).toMatch(/TCVN3/)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('#viec-1').isVisible()).toBe(true)
    await giveFile(page, 'x.json', mixed)
    await page.locator('#reading .use').click()
    expect(await page.locator('#viec-1').isVisible()).toBe(false)
    expect(await page.locator('.card img').count()).toBe(0)
    expect(await cardOf(page, 'con-so').getByLabel('Ghi chú của tôi').inputValue()).toBe(
      '<img src=x onerror=alert(1)>',
    )
  })

  test('may be the saved page itself', async () => {
    await restore(page)
    await press(page, 'tu-sach', 'hide')
    const download = await saved(page, 'Lưu bản riêng để gửi')
    await restore(page)
    await page.locator('.version-editor [type="file"]').setInputFiles(await download.path())
    await expect.poll(() => page.locator('.summary').textContent()).toContain('Đang ẩn 1 trang.')
  })

  test('may be dropped on the page', async () => {
    await restore(page)
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'tha.json'))
      const dropped = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('drop', dropped))
    }, file)
    await expect.poll(() => page.locator('.notice').textContent()).toContain('từ tệp “tha.json”')
    await expect.poll(() => page.locator('.summary').textContent()).toContain('Đang ẩn')
  })
})

test('text of an old encoding is not taken, pasted or typed', async () => {
  await restore(page)
  const note = cardOf(page, 'con-so').getByLabel('Ghi chú của tôi')
  await note.fill('Céng hßa x· héi chñ nghÜa ViÖt Nam')
  expect(await page.locator('.notice').textContent()).toBe(
    'Văn bản dán vào có vẻ dùng bảng mã cũ (TCVN3/VNI). Chuyển sang Unicode rồi dán lại.',
  )
  await page.reload()
  await openVersionEditor(page)
  expect(await note.inputValue()).toBe('')
})

test('the page has nothing that axe finds while a version is made, wide or narrow', async () => {
  await restore(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await tap(page, '.version-editor [data-do="add"]')
  await press(page, 'tu-sach', 'hide')
  const restoring = page.getByRole('button', { name: 'Trả về bản gốc' })
  for (const [width, rules] of [[1366], [360, narrowRules]] as const) {
    await page.setViewportSize({ width, height: 768 })
    expect(await violations(page, rules)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await restoring.click()
    expect(await violations(page, rules)).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('own slides keep the smallest sizes and margins, filled to their limits', async () => {
  // Filled to the brim: the widest that the file's reader leaves as it is.
  const words = 'NGUYỄN chuẩn quyền thẩm ngữ Ủy ĐỘT PHÁ ƯỠNG '
  const filled = { ...JSON.parse(file), order: [], notes: {} }
  const reading = readVersion(
    {
      ...filled,
      own: [
        {
          id: 'rieng-1',
          title: 'ĐỘT PHÁ CHIẾN LƯỢC NGHỊ QUYẾT ẪỰ '.repeat(3),
          points: [words.repeat(2).slice(0, 74), ...Array(5).fill(words.slice(0, 38))],
          minutes: 1,
        },
      ],
      cover: { place: words.toUpperCase().repeat(2), date: words, speaker: words.toUpperCase() },
    },
    deck.id,
    runningOrderOf(deck),
  )
  if ('refused' in reading) throw new Error(reading.refused)
  const full = { ...filled, ...reading.version }
  expect(full.own[0]?.points.length).toBeGreaterThan(3)
  await restore(page)
  await readVersionFile(page, JSON.stringify(full))
  const { page: deckPage } = await openIn(context, `${inject('origin')}/#/rieng-1`)
  await presents(deckPage)
  for (const id of ['rieng-1', 'ngay-sach']) {
    const fit = await deckPage.evaluate((id) => {
      const slide = document.getElementById(id) as HTMLElement
      slide.style.display = 'block'
      const box = (selector: string) =>
        (slide.querySelector(selector) as HTMLElement).getBoundingClientRect()
      const height = slide.getBoundingClientRect().height
      const sizes = [...slide.querySelectorAll<HTMLElement>('.main p, .main li')].map(
        (one) => (100 * Number.parseFloat(getComputedStyle(one).fontSize)) / height,
      )
      return {
        least: Math.min(...sizes),
        overlap:
          id === 'rieng-1'
            ? box('.rows').bottom - box('.foot .folio').top
            : box('.own-cover').bottom - box('.title').top,
      }
    }, id)
    expect(fit.least).toBeGreaterThanOrEqual(3.7)
    expect(fit.overlap, id).toBeLessThanOrEqual(0)
  }
  await deckPage.close()
})

test('the audience’s pages keep no private word on the way', async () => {
  await restore(page)
  await page.reload()
  const requests: string[] = []
  page.on('request', (request) =>
    requests.push(`${request.method()} ${new URL(request.url()).pathname}`),
  )
  await openVersionEditor(page)
  await readVersionFile(page)
  expect(requests).toEqual([])
  await saved(page, 'Lưu bản riêng để gửi')
  // The published file is fetched to be written with the version in it; nothing is sent.
  expect(requests).toEqual(['GET /mang-theo/bao-cao-vien.html'])
})

test('a version is shown though the browser lost the mark that there is one', async () => {
  await restore(page)
  await press(page, 'tu-sach', 'hide')
  await page.evaluate(() => localStorage.clear())
  const { page: deckPage } = await openIn(context, addressesOf('the built site').deck)
  await expect.poll(() => slidesShown(deckPage).catch(() => [])).not.toContain('tu-sach')
  await presents(deckPage)
  expect(await slidesShown(deckPage)).toHaveLength(slides.length - 1)
})

test('a deck without a version loads nothing that renders one, and says where that does not come', async () => {
  const machine = await newContext()
  const deckPage = await machine.newPage()
  const asked: string[] = []
  await deckPage.route(/hosted-stock/, (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  const { deck: address, outline } = addressesOf('the built site')
  for (const one of [address, outline]) {
    await deckPage.goto(one)
    await deckPage.waitForLoadState('networkidle')
  }
  expect(asked).toEqual([])
  const { page: review } = await openIn(machine, '/review.html')
  await openVersionEditor(review)
  await press(review, 'tu-sach', 'hide')
  await deckPage.goto(address)
  await presents(deckPage)
  await expect
    .poll(() => deckPage.locator('.notice').textContent(), { timeout: 8000 })
    .toBe('Chưa tải được phần hiện bản riêng. Kiểm tra mạng rồi tải lại bằng Ctrl+R.')
  expect(await slidesShown(deckPage)).toHaveLength(slides.length)
  await machine.close()
})

test('a version is shown without a network, once the deck is kept', async () => {
  const machine = await newContext({ serviceWorkers: 'allow' })
  const { page: review } = await openIn(machine, '/review.html')
  await openVersionEditor(review)
  await press(review, 'tu-sach', 'hide')
  await expect
    .poll(() => review.locator('#help .offline').textContent())
    .toBe('Dùng được khi không có mạng')
  await machine.setOffline(true)
  const { page: deckPage } = await openIn(machine)
  await presents(deckPage)
  expect(await slidesShown(deckPage)).toHaveLength(slides.length - 1)
  await machine.close()
})

test('nothing that the audience’s pages load holds a note', async () => {
  const dist = inject('dist')
  const files = (await readdir(dist, { recursive: true })).filter((name) =>
    /^(assets\/.*\.js|(index|outline|check)\.html|sw.*\.js)$/.test(name),
  )
  expect(files.filter((name) => name.startsWith('assets/hosted-stock'))).toHaveLength(1)
  for (const name of files) {
    expect(notesIn(await readFile(join(dist, name), 'utf8')), name).toEqual([])
  }
})
