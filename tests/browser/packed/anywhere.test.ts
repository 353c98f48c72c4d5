import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { lastId } from '../../support/slides.ts'
import { newContext } from '../support/browser.ts'
import { fileAddress, layPackedFiles } from '../support/deployments.ts'
import { type Host, openHost } from '../support/host.ts'

layPackedFiles()

const text = () => readFile(join(inject('dist'), 'mang-theo/bao-cao-vien.html'), 'utf8')

/** The frame that holds the packed file, once it is there. */
async function frameIn(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe')
  return (await handle.contentFrame()) as Frame
}

/** Ways in which a mail, a viewer or another page shows a file that it was given. */
const ways: Readonly<Record<string, (page: Page) => Promise<Frame>>> = {
  'a sandboxed frame': async (page) => {
    const frame = fileAddress('khung.html')
    const src = fileAddress('Bản của tôi (2).html')
    await writeFile(
      fileURLToPath(frame),
      `<iframe sandbox="allow-scripts" width="1280" height="700" src="${src}"></iframe>`,
    )
    await page.goto(frame)
    return frameIn(page)
  },
  'a page that writes it into a frame': async (page) => {
    const srcdoc = await text()
    await page.evaluate((srcdoc) => {
      const frame = document.createElement('iframe')
      Object.assign(frame, { width: '1280', height: '700', srcdoc })
      document.body.append(frame)
    }, srcdoc)
    return frameIn(page)
  },
  'a page that writes it into a sandboxed frame': async (page) => {
    const srcdoc = await text()
    await page.evaluate((srcdoc) => {
      const frame = document.createElement('iframe')
      Object.assign(frame, { width: '1280', height: '700', sandbox: 'allow-scripts', srcdoc })
      document.body.append(frame)
    }, srcdoc)
    return frameIn(page)
  },
  'a page that opens it as its own': async (page) => {
    const html = await text()
    await page.evaluate((html) => {
      const frame = document.createElement('iframe')
      const src = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
      Object.assign(frame, { width: '1280', height: '700', src })
      document.body.append(frame)
    }, html)
    return frameIn(page)
  },
  'a host': async (page) => {
    await page.goto(`${page.url()}mang-theo/bao-cao-vien.html`)
    return page.mainFrame()
  },
}

let host: Host
let context: BrowserContext
beforeAll(async () => {
  host = await openHost()
  host.put('index.html', '<!doctype html><title>Thư</title>')
  context = await newContext()
})
afterAll(async () => {
  await context.close()
  host.kill()
})

test.for(Object.entries(ways))(
  'from %s it presents, and does not ask for a network',
  async ([, open]) => {
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(host.address)
    const frame = await open(page)
    page.setDefaultTimeout(10_000)
    await frame.waitForSelector('.presenting section.present')
    await expect
      .poll(() => frame.locator('#help .offline').textContent())
      .toMatch(/^(Tệp này không cần mạng|Đang mở từ tệp trên máy)$/)
    await frame.locator('section.present').click()
    await page.keyboard.press('End')
    await frame.waitForSelector(`#${lastId}.present`)
    await page.keyboard.press('Home')
    await frame.waitForSelector('#ngay-sach.present')
    await page.keyboard.press('h')
    expect(await frame.locator('#help').isVisible()).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  },
)
