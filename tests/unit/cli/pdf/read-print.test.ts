import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compactPdf } from '../../../../src/cli/pdf/compact-pdf.ts'
import { finish } from '../../../../src/cli/pdf/finish.ts'
import { readPdf } from '../../../../src/cli/pdf/read-pdf.ts'
import { readChromiumPdf } from '../../../../src/cli/pdf/read-print.ts'

const stream = (content: string, fields = '') => {
  const bytes = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  return `<<${fields}/Filter /FlateDecode\n/Length ${bytes.length}>> stream\n${bytes}\nendstream`
}

/** Letters by their codes, and a range of them: 3 to 5 are «a» to «c», 9 is two letters. */
const codes = `1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0001> <1EC7>
<0009> <00660069>
endbfchar
1 beginbfrange
<0003> <0005> <0061>
endbfrange
`

/** What two pages draw: the first by a part that stands apart, the second in two pieces. */
const drawn = {
  part: 'BT\n/F6 9 Tf\n1 0 0 -1 9 9 Tm\n<0003> Tj\n16 0 Td <00040005> Tj\nET\n',
  first: 'q\n/G3 gs\n/X8 Do\nQ\n',
  second: 'BT\n/F6 9.5 Tf\n<0001> Tj\nET\n/P <</MCID 0 >>BDC\nBT\n/F6 9 Tf\n<0009> Tj\nET\nEMC\n',
}

/** The objects of a print, by number from 1: two pages, and a bookmark within another. */
const objects = (second = drawn.second) => [
  '<</Type /Catalog\n/Pages 2 0 R\n/Outlines 10 0 R>>',
  '<</Type /Pages\n/Count 2\n/Kids [3 0 R 4 0 R]>>',
  '<</Type /Page\n/Parent 2 0 R\n/Resources <</XObject <</X8 8 0 R>>>>\n/Contents 5 0 R>>',
  '<</Type /Page\n/Parent 2 0 R\n/Resources <</Font <</F6 6 0 R>>>>\n/Contents 9 0 R>>',
  stream(drawn.first),
  '<</Type /Font\n/Subtype /Type0\n/Encoding /Identity-H\n/BaseFont /A\n/DescendantFonts [13 0 R]\n/ToUnicode 7 0 R>>',
  stream(codes),
  stream(
    drawn.part,
    '/Type /XObject\n/Subtype /Form\n/BBox [0 0 9 9]\n/Resources <</Font <</F6 6 0 R>>>>\n',
  ),
  stream(second),
  '<</Type /Outlines\n/First 11 0 R\n/Count 2>>',
  '<</Title (a \\(b\\))\n/First 12 0 R>>',
  '<</Title <FEFF1EC70061>\n/Parent 11 0 R>>',
  '<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /A\n/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>>>',
]

function print(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const rows = objects.map((object, at) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const start = text.length
  text += `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  text += `trailer\n<</Size ${rows.length + 1}\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const content = {
  pages: ['abc', 'ệ fi'],
  bookmarks: [
    { title: 'a (b)', depth: 0 },
    { title: 'ệa', depth: 1 },
  ],
}

test('a print is read page by page, with its bookmarks', () => {
  expect(readChromiumPdf(compactPdf(print(objects())))).toEqual(content)
})

test.for([
  ['of letters that are not codes', drawn.second.replace('<0009>', '(9)')],
  ['of a code without a letter', drawn.second.replace('0009', '0002')],
] as const)('one that is %s is left to another reader', async ([, second]) => {
  const pdf = print(objects(second))
  const bytes = compactPdf(pdf)
  expect(() => readChromiumPdf(bytes)).toThrow()
  const { pages, bookmarks } = await readPdf(bytes)
  expect(bookmarks).toEqual(content.bookmarks)
  const finished = await finish(pdf, (found) => {
    expect(found).toEqual({ pages, bookmarks })
    return found.pages.length
  })
  expect(finished).toEqual({ bytes, pages: 2 })
})

test('what is refused of a print is refused only once another reader has read it too', async () => {
  const pdf = print(objects())
  let asked = 0
  const { pages } = await finish(pdf, (found) => {
    asked += 1
    if (asked === 1) throw new Error('Misread.')
    return found.pages.length
  })
  expect([asked, pages]).toEqual([2, 2])
  const refuse = () => {
    throw new Error('Wrong.')
  }
  await expect(finish(pdf, refuse)).rejects.toThrow('Wrong.')
})
