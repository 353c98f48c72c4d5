import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { deck } from '#deck'
import { type Browser, launch } from '../../../src/cli/browser/launch.ts'
import { main } from '../../../src/cli/main.ts'
import { printPage } from '../../../src/cli/pdf/print-page.ts'
import { type PdfContent, readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { readChromiumPdf } from '../../../src/cli/pdf/read-print.ts'
import { placesOf, slidesOf, statementsOf } from '../../../src/model/deck/deck.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { DeckError, exitCodes } from '../../../src/model/error.ts'
import { browser, position, present } from '../support/browser.ts'
import { catalogOf, fontsOf } from '../support/pdf-parts.ts'
import { contentOf, filesIn, prints } from '../support/prints.ts'

const slides = slidesOf(deck)
const letters = (text: string) => text.replace(/\s+/gu, '')

const files = ['audience', 'notes', 'outline']
  .map((name) => `trang chiếu-${name}.pdf`)
  .concat('trang chiếu.pdf')

let folder = ''
let file = ''
let pdf: Uint8Array
let read: PdfContent
let said = ''

beforeAll(async () => {
  ;({ said, folder, slides: pdf } = await prints())
  file = join(folder, 'trang chiếu.pdf')
  read = await contentOf(pdf)
})

describe('npm run pdf', () => {
  test('says each step, then where the file is and how many pages it has', () => {
    expect(said).toMatch(/^Đang in bằng .+…\nXong: .+\.pdf, \d+ trang, \d+ kB\./)
    expect(said).toContain(`, ${slides.length} trang, `)
  })

  test('leaves the four files alone in their folder', async () => {
    expect((await readdir(folder)).sort()).toEqual(files)
  })
})

describe('the file', () => {
  test('has a page a slide, 16:9, none of them blank, in 150 kB', async () => {
    const { pages } = await catalogOf(pdf)
    expect(pages).toEqual(slides.map(() => ({ width: 960, height: 540 })))
    for (const text of read.pages) expect(text.length).toBeGreaterThan(40)
    expect(pdf.length).toBeLessThanOrEqual(150_000)
  })

  test('says of itself that it is Vietnamese, tagged, and by what title', async () => {
    expect(await catalogOf(pdf)).toMatchObject({
      title: deck.title,
      language: '(vi)',
      displaysTitle: 'true',
      marked: 'true',
    })
  })

  test('is read by the command as by a reader of any PDF, and so are the others', async () => {
    const { notes, audience, outline } = await prints()
    for (const bytes of [pdf, notes, audience, outline]) {
      const [own, any] = [readChromiumPdf(bytes), await contentOf(bytes)]
      expect(own.pages.map(letters)).toEqual(any.pages.map(letters))
      expect(own.bookmarks).toEqual(any.bookmarks)
    }
  })

  test('embeds three fonts as subsets, none of Type 3', async () => {
    const fonts = await fontsOf(pdf)
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
      'BeVietnamPro-Bold',
      'BeVietnamPro-Medium',
      'SourceSerif4-SemiBold',
    ])
    for (const font of fonts) {
      expect(font).toMatchObject({ subtype: 'Type0', embedded: true })
      expect(font.name).toMatch(/^[A-Z]{6}\+/)
    }
  })

  test('says every statement on its page, in precomposed letters', () => {
    slides.forEach((slide, at) => {
      const text = read.pages[at] ?? ''
      expect(text).toBe(text.normalize('NFC'))
      for (const { text: lines } of statementsOf(slide)) {
        expect(letters(text), slide.id).toContain(letters(plain(lines)))
      }
    })
  })

  test('has one bookmark a slide, the first of each part the parent of the others', () => {
    expect(read.bookmarks.map(({ title }) => letters(title))).toEqual(
      placesOf(deck).map(({ slide }) => {
        const title = plain('text' in slide.title ? slide.title.text : slide.title.editorial)
        const order =
          'order' in slide && slide.order ? `${slide.order.kind}${slide.order.number}` : ''
        return letters(order + (slide.layout === 'quoted' ? `“${title}”` : title))
      }),
    )
    expect(read.bookmarks.map(({ depth }) => depth)).toEqual(
      placesOf(deck).map(({ number, part }) =>
        number === 1 ? 0 : part && part.within > 0 ? 2 : 1,
      ),
    )
    for (const { title } of read.bookmarks) expect(title).toMatch(/^[^\s].*[^\s]$/)
    expect(read.bookmarks[1]?.title).toBe('Nối với gần 300 tủ sách ở lớp học và ở từng xóm')
  })

  test('tags one heading a page, its figures with a text', async () => {
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    interface Node {
      readonly role?: string
      readonly alt?: string
      readonly children?: readonly Node[]
    }
    const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)]
    for (let number = 1; number <= document.numPages; number++) {
      const tags = all((await (await document.getPage(number)).getStructTree()) as Node)
      const roles = tags.flatMap(({ role }) => role ?? [])
      expect(roles.filter((role) => /^H\d$/.test(role))).toHaveLength(1)
      for (const { role, alt } of tags) if (role === 'Figure') expect(alt).toBeTruthy()
      expect(roles).toContain('Figure')
    }
    await document.destroy()
  })

  test('leads from the programme to the parts, and from citations to the source', async () => {
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    const targetsOf = async (number: number) => {
      const annotations = await (await document.getPage(number)).getAnnotations()
      return Promise.all(
        annotations.map(async ({ dest }) => {
          const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest
          return slides[await document.getPageIndex(explicit[0])]?.id
        }),
      )
    }
    for (const [at, { id }] of slides.entries()) {
      const targets = await targetsOf(at + 1)
      if (id === 'lich-ngay') {
        const [, ...reportedOn] = deck.parts.map(({ slides }) => slides[0].id)
        expect(targets).toEqual(expect.arrayContaining(reportedOn))
      }
      if (id !== 've-nguon' && id !== 'con-thieu') expect(targets, id).toContain('ve-nguon')
    }
    await document.destroy()
  })
})

test('the outline is numbered I – 1 – a', async () => {
  const text = (await contentOf((await prints()).outline)).pages.join(' ')
  for (const words of [
    'III. Con số',
    'b) cho mượn 12 truyện tranh (đoạn 7, 8)',
    '3. Việc 3: Mỗi bạn nhỏ',
  ]) {
    expect(text).toContain(words)
  }
})

describe('printing from the browser', () => {
  test('gives the same pages, text and bookmarks, wherever the deck is', async () => {
    const { page } = await present('/#/con-so/0', { colorScheme: 'dark' })
    await page.keyboard.press('d')
    const printed = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    expect(await readPdf(printed)).toEqual(read)
    expect((await catalogOf(printed)).pages).toEqual((await catalogOf(pdf)).pages)
    expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
    expect(await page.locator('section:visible').count()).toBe(1)
    expect(await page.locator('section:not([inert])').count()).toBe(1)
    await page.context().close()
  })

  test('gives the same from the overview and from a phone', async () => {
    const print = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }
    const { page } = await present()
    await page.keyboard.press('o')
    expect(await readPdf(await page.pdf(print))).toEqual(read)
    await page.context().close()
    const phone = await (await browser()).newPage({ viewport: { width: 360, height: 740 } })
    await phone.goto(inject('origin'))
    expect(await readPdf(await phone.pdf(print))).toEqual(read)
    await phone.close()
  })
})

describe('a print that cannot be whole', () => {
  let printer: Browser
  beforeAll(async () => {
    printer = await launch(inject('program'))
  })
  afterAll(() => printer.close())

  test('fails when a font is missing, and names it', async () => {
    const part = await mkdtemp(join(tmpdir(), 'part-'))
    await cp(inject('dist'), part, { recursive: true })
    const [font = ''] = (await readdir(join(part, 'assets'))).filter((name) =>
      /-500-slides-/.test(name),
    )
    await rm(join(part, 'assets', font))
    await expect(printPage(printer, filesIn(part), 'index.html')).rejects.toThrow(font)
    await rm(part, { recursive: true })
  })

  test('fails when a picture is missing, and names it', async () => {
    const part = await mkdtemp(join(tmpdir(), 'part-'))
    await cp(inject('dist'), part, { recursive: true })
    const page = await readFile(join(part, 'index.html'), 'utf8')
    await writeFile(join(part, 'index.html'), page.replace('</h1>', '</h1><img src="anh.png">'))
    await expect(printPage(printer, filesIn(part), 'index.html')).rejects.toThrow('/anh.png')
    await rm(part, { recursive: true })
  })

  test('fails when the browser dies', async () => {
    const failure = printPage(printer, filesIn(inject('dist')), 'index.html').catch(
      (error) => error,
    )
    await printer.close()
    expect(await failure).toBeInstanceOf(DeckError)
  })

  test('leaves an older file as it was when there is no browser', async () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome')
    const errors: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => errors.push(line))
    expect(await main(['pdf', '--out', file])).toBe(exitCodes.environment)
    expect(errors[0]).toContain('CHROME_PATH trỏ tới “/nowhere/chrome”')
    expect((await readdir(folder)).sort()).toEqual(files)
    expect(Buffer.compare(await readFile(file), Buffer.from(pdf))).toBe(0)
    vi.unstubAllEnvs()
  })
})
