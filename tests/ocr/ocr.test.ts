import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { present } from '../browser/support/browser.ts'
import { textsOf } from '../browser/support/probe.ts'

/** The share of letters that must come through, over all slides and on the worst of them. */
const floor = { all: 0.94, each: 0.88 }

/** A picture as a site on a poor line gets it: 640×360, JPEG of quality 40, shown large again. */
const throughTheLine = (page: Page, picture: string): Promise<string> =>
  page.evaluate(async (picture) => {
    const drawn = async (source: string, width: number, height: number) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      pen.imageSmoothingQuality = 'high'
      pen.drawImage(image, 0, 0, width, height)
      return canvas
    }
    const sent = (await drawn(picture, 640, 360)).toDataURL('image/jpeg', 0.4)
    return (await drawn(sent, 1920, 1080)).toDataURL('image/png')
  }, picture)

const letters = (text: string): readonly string[] => [
  ...text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, ''),
]

/** How many letters of a text were read, in any order of its lines: words found, letter by letter. */
function found(text: string, read: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const left = read.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const pool: (string | undefined)[] = [...left]
  return words.reduce((sum, word) => {
    const at = pool.indexOf(word)
    if (at < 0) return sum
    pool[at] = undefined
    return sum + letters(word).length
  }, 0)
}

async function readBy(program: string, picture: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    program,
    [picture, '-', '-l', 'vie', '--psm', '11'],
    {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    },
  ).catch((cause) => {
    throw new Error(
      'Không chạy được tesseract với tiếng Việt. Trên Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie',
      { cause },
    )
  })
  return stdout
}

test('the letters of every slide are read back from a poor line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-'))
  const { page } = await present('/', { viewport: { width: 1920, height: 1080 } })
  // A page without the deck's policy, which lets no picture be decoded from a string.
  const workbench = await page.context().newPage()
  const table: string[] = []
  const sums = { whole: 0, sharp: 0, poor: 0 }
  const worst: string[] = []
  for (const { id } of slidesOf(deck)) {
    await page.evaluate((id) => {
      location.hash = `#/${id}/9`
    }, id)
    await page.waitForSelector(`[id="${id}"].present`)
    const texts = (await textsOf(page, id)).filter(({ where }) => where !== 'foot')
    const text = texts.map(({ text }) => text).join(' ')
    const sharp = join(folder, `${id}.png`)
    const picture = await page.screenshot({ path: sharp })
    const sent = await throughTheLine(
      workbench,
      `data:image/png;base64,${picture.toString('base64')}`,
    )
    const poor = join(folder, `${id}-poor.png`)
    await writeFile(poor, Buffer.from(sent.split(',')[1] ?? '', 'base64'))
    const counts = {
      whole: letters(text).length,
      sharp: found(text, await readBy('tesseract', sharp)),
      poor: found(text, await readBy('tesseract', poor)),
    }
    for (const name of ['whole', 'sharp', 'poor'] as const) sums[name] += counts[name]
    table.push(`${id.padEnd(16)} ${counts.whole} ${counts.sharp} ${counts.poor}`)
    if (counts.poor < floor.each * counts.whole) worst.push(id)
  }
  console.log(['trang: chữ có, đọc được khi nét, khi đường truyền kém', ...table].join('\n'))
  console.log(`tất cả: ${sums.whole} ${sums.sharp} ${sums.poor}`)
  await rm(folder, { recursive: true })
  await page.context().close()
  expect(worst).toEqual([])
  expect(sums.poor / sums.whole).toBeGreaterThanOrEqual(floor.all)
})
