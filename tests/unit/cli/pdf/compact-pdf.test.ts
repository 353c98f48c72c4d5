import { inflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { compactPdf } from '../../../../src/cli/pdf/compact-pdf.ts'
import { readPdf } from '../../../../src/cli/pdf/read-pdf.ts'

/** Objects as Chromium writes them, by number from 1: the first is the root, one is a stream. */
const objects = [
  '<</Type /Catalog\n/Pages 2 0 R>>',
  '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
  '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 99 99]\n/Contents 4 0 R\n/Resources <</Font <</F 5 0 R>>>>>>',
  '<</Length 31>> stream\nBT /F 9 Tf 9 9 Td (endobj) Tj ET\nendstream',
  '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
  '<</Title (Th\xffng)>>',
]

/** A PDF of these objects, in another order than that of their numbers. */
function pdfOf(trailer = '/Root 1 0 R\n/Info 6 0 R'): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map(() => 0)
  for (const number of [6, 4, 1, 5, 2, 3]) {
    offsets[number - 1] = text.length
    text += `${number} 0 obj\n${objects[number - 1]}\nendobj\n`
  }
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  text += `xref\n0 7\n0000000000 65535 f \n${rows.join('')}`
  text += `trailer\n<</Size 7\n${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

describe('a compacted PDF', () => {
  const compacted = compactPdf(pdfOf())

  test('says the same to two readers', async () => {
    expect(await readPdf(compacted)).toEqual(await readPdf(pdfOf()))
    expect((await readPdf(compacted)).pages).toEqual(['endobj'])
    const read = await PDFDocument.load(compacted, { updateMetadata: false })
    expect(read.getTitle()).toBe('Thÿng')
  })

  test('has every object as it was: in a compressed stream, or as it stood', () => {
    const text = Buffer.from(compacted).toString('latin1')
    const stream = /\/Type \/ObjStm[^>]*>> stream\n(.*?)\nendstream/s.exec(text)?.[1] ?? ''
    const inside = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    for (const object of objects) expect(text + inside).toContain(object)
    expect(text).toContain('1 0 obj\n<</Type /Catalog')
    expect(text).not.toContain('/Type /Font')
  })
})

test.for([
  ['is encrypted', pdfOf('/Root 1 0 R\n/Encrypt 6 0 R')],
  ['was changed after it was written', pdfOf('/Root 1 0 R\n/Prev 9')],
  [
    'has a table that is wrong',
    Buffer.from(pdfOf().toString('latin1').replace('5 0 obj', '7 0 obj'), 'latin1'),
  ],
  ['is cut off', pdfOf().subarray(0, -20)],
] as const)('a PDF that %s stays as it is', ([, pdf]) => {
  expect(compactPdf(pdf)).toBe(pdf)
})
