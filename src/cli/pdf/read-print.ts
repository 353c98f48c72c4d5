import { inflateSync } from 'node:zlib'
import { type Bookmark, folded, type PdfContent } from './read-pdf.ts'

/** An object of a PDF: its text, and the content of its stream if it is one. */
interface PdfObject {
  readonly text: string
  readonly content: string
}

/** The value of something that a print of Chromium has; throws an `Error` if it is missing. */
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('This is not written as Chromium writes it.')
  return value
}

/** What a pattern's group finds in a text. */
const found = (text: string, pattern: RegExp): string => known(pattern.exec(text)?.[1])

/** The number of the object that an entry such as `/First 7 0 R` refers to. */
function entry(text: string, name: string): number | undefined {
  const [, number] = new RegExp(`/${name} (\\d+) 0 R`).exec(text) ?? []
  return number === undefined ? undefined : Number(number)
}

/** What hexadecimal digits encode: numbers of two bytes each. */
const codesIn = (hex: string): readonly number[] =>
  (hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16))

/** Opens a PDF that `compactPdf` has written: a function that reads its objects, and its root. */
function openPdf(pdf: Uint8Array) {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1')
  const at = (place: number): PdfObject => {
    const begin = file.indexOf('\n', place) + 1
    const end = file.indexOf('endobj', begin)
    const stream = file.slice(begin, end).indexOf('>> stream\n')
    if (stream < 0) return { text: file.slice(begin, end), content: '' }
    const text = file.slice(begin, begin + stream)
    const from = begin + stream + '>> stream\n'.length
    const bytes = Buffer.from(
      file.slice(from, from + Number(found(text, /\/Length (\d+)/))),
      'latin1',
    )
    const content = text.includes('/FlateDecode') ? inflateSync(bytes) : bytes
    return { text, content: content.toString('latin1') }
  }
  const { text: fields, content: table } = at(Number(found(file.slice(-64), /startxref\n(\d+)/)))
  known(/\/W \[1 4 2\]/.exec(fields)?.[0])
  const rows = Buffer.from(table, 'latin1')
  const streams = new Map<number, readonly string[]>()
  const inStream = (number: number): readonly string[] => {
    const made = streams.get(number)
    if (made) return made
    const { text, content } = read(number)
    const first = Number(found(text, /\/First (\d+)/))
    const places = content.slice(0, first).trim().split(' ').map(Number)
    const starts = places.filter((_, index) => index % 2 === 1)
    const texts = starts.map((start, index) =>
      content.slice(first + start, first + (starts[index + 1] ?? content.length)),
    )
    streams.set(number, texts)
    return texts
  }
  const read = (number: number): PdfObject => {
    const row = number * 7
    const place = rows.readUInt32BE(row + 1)
    if (rows[row] === 1) return at(place)
    return { text: known(inStream(place)[rows.readUInt16BE(row + 5)]), content: '' }
  }
  return { read, root: read(known(entry(fields, 'Root'))).text }
}

type Read = ReturnType<typeof openPdf>['read']

/** The letters of a font by their codes. */
function lettersOf(read: Read, font: number): ReadonlyMap<number, string> {
  const { text } = read(font)
  // Fonts of another kind have other codes.
  known(/\/Subtype \/Type0/.exec(text)?.[0])
  const { content } = read(known(entry(text, 'ToUnicode')))
  const letters = new Map<number, string>()
  // Code and letter, or the first and the last of several codes and the first one's letter.
  const lines = content
    .slice(content.indexOf('endcodespacerange'))
    .matchAll(/<(\w{4})> (?:<(\w{4})> )?<(\w+)>\n/g)
  for (const [, first = '', last = first, target = ''] of lines) {
    const [from = 0, to = 0] = codesIn(first + last)
    const codes = [...codesIn(target)]
    for (let code = from; code <= to; code += 1) {
      letters.set(code, String.fromCharCode(...codes))
      codes.push((codes.pop() ?? 0) + 1)
    }
  }
  return letters
}

/** Reads the text that a page or a part of it draws, in the order in which it is drawn. */
function textReader(read: Read) {
  const fonts = new Map<number, ReadonlyMap<number, string>>()
  const fontOf = (number: number) => {
    const letters = fonts.get(number) ?? lettersOf(read, number)
    fonts.set(number, letters)
    return letters
  }
  const textOf = (resources: string, content: string): string => {
    let letters: ReadonlyMap<number, string> | undefined
    let text = ''
    for (const [all, part, name, hex] of content.matchAll(
      /\/(\w+) Do\n|\/(\w+) [\d.]+ Tf\n|<(\w+)> Tj\n|T[Jj*]\n/g,
    )) {
      if (part) {
        const { text: fields, content: inner } = read(known(entry(resources, part)))
        if (fields.includes('/Subtype /Form')) text += textOf(fields, inner)
      } else if (name) {
        letters = fontOf(known(entry(resources, name)))
        text += ' '
      } else if (hex) {
        for (const code of codesIn(hex)) text += known(known(letters).get(code))
      } else {
        throw new Error(`Chromium does not write ${all}.`)
      }
    }
    return text
  }
  return textOf
}

/** The numbers of the pages, in order. */
function pagesIn(read: Read, node: number): readonly number[] {
  const { text } = read(node)
  if (!text.includes('/Type /Pages')) return [node]
  const kids = [...found(text, /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)]
  return kids.flatMap(([, kid]) => pagesIn(read, Number(kid)))
}

/** Reads the title of a bookmark: ASCII between parentheses, or UTF-16 in hexadecimal digits. */
function titleIn(text: string): string {
  const [, hex] = /\/Title <FEFF(\w*)>/.exec(text) ?? []
  if (hex !== undefined) return String.fromCharCode(...codesIn(hex))
  const plain = found(text, /\/Title \(((?:[^\\()]|\\[\\()])*)\)/)
  return plain.replace(/\\(.)/g, '$1')
}

/** The bookmarks from one on, each followed by those within it. */
function bookmarksFrom(read: Read, first: number | undefined, depth = 0): readonly Bookmark[] {
  const bookmarks: Bookmark[] = []
  for (let next = first; next !== undefined; ) {
    const { text } = read(next)
    bookmarks.push({ title: titleIn(text), depth })
    bookmarks.push(...bookmarksFrom(read, entry(text, 'First'), depth + 1))
    next = entry(text, 'Next')
  }
  return bookmarks
}

/**
 * Reads the text and the bookmarks of a PDF that Chromium has printed and `compactPdf` has written,
 * in a tenth of the time that `readPdf` takes; throws an `Error` if it is written in another way.
 */
export function readChromiumPdf(pdf: Uint8Array): PdfContent {
  const { read, root } = openPdf(pdf)
  const textOf = textReader(read)
  const pages = pagesIn(read, known(entry(root, 'Pages'))).map((number) => {
    const { text } = read(number)
    return folded(textOf(text, read(known(entry(text, 'Contents'))).content))
  })
  const outlines = entry(root, 'Outlines')
  const first = outlines === undefined ? undefined : entry(read(outlines).text, 'First')
  return { pages, bookmarks: bookmarksFrom(read, first) }
}
