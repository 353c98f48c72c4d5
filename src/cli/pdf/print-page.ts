import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { DeckError } from '../../model/error.ts'
import { lazyRequire } from '../../system/packages.ts'

const origin = 'http://bao-cao-vien.invalid'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Halves the size of a PDF: moves its tags into compressed object streams, which Chromium does not
 * write.
 */
async function compact(pdf: Uint8Array, title: string | undefined): Promise<Uint8Array> {
  // Lazy require; the CommonJS build loads three times faster.
  const { PDFDocument }: typeof import('@cantoo/pdf-lib') = lazyRequire('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (title) document.setTitle(title)
  return document.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY })
}

/**
 * How long a page may take to load its fonts, in milliseconds; each step of printing may take as
 * long.
 */
const patience = 60_000

/**
 * Prints a built page with scripts off, with its files read from `folder`, and returns the PDF.
 * `title` replaces the page's title in the PDF. Throws a `DeckError` if a file is missing, a font
 * does not load or the browser crashes.
 */
export async function printPage(
  browser: Browser,
  folder: string,
  page: string,
  title?: string,
): Promise<Uint8Array> {
  const missing: string[] = []
  let tab: Page | undefined
  try {
    tab = await browser.newPage({ javaScriptEnabled: false })
    tab.setDefaultTimeout(patience)
    await tab.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url())
      const body = await readFile(join(folder, decodeURIComponent(pathname))).catch(() => null)
      if (body) {
        await route.fulfill({
          body,
          contentType: types[extname(pathname)] ?? 'application/octet-stream',
        })
      } else {
        missing.push(pathname)
        await route.abort()
      }
    })
    // Print media from the start, so that what only paper needs, such as its fonts, is loaded
    // before the page prints.
    await tab.emulateMedia({ media: 'print' })
    await tab.goto(`${origin}/${page}`, { waitUntil: 'load' })
    // Polls from Node, because with scripts off the page's animation frames may never run.
    for (let waited = 0; waited < patience; waited += 20) {
      if (
        await tab.evaluate(
          () => document.body.offsetHeight > 0 && document.fonts.status === 'loaded',
        )
      )
        break
      await setTimeout(20)
    }
    const faces = await tab.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family),
    )
    const failed = [...missing, ...faces]
    if (failed.length > 0) {
      throw new DeckError(
        `Thiếu tệp khi in: ${failed.join(', ')}.`,
        'Chạy lại npm ci rồi npm run pdf; nếu vẫn thiếu, chép lại thư mục assets.',
      )
    }
    const pdf = await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    return await compact(pdf, title)
  } catch (cause) {
    if (cause instanceof DeckError) throw cause
    throw new DeckError(
      'Trình duyệt dừng giữa chừng khi in.',
      'Chạy lại lệnh; nếu vẫn dừng, đóng bớt chương trình hoặc chọn trình duyệt khác bằng CHROME_PATH.',
      { cause },
    )
  } finally {
    // After a crash of the browser there is nothing to close.
    await tab?.close().catch(() => undefined)
  }
}
