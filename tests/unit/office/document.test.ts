import { expect, test } from 'vitest'
import type { OutlineParagraph } from '../../../src/office/docx/outline.ts'
import { officeFile } from '../../../src/office/office.ts'
import { faultsIn, readDocument } from '../../support/office.ts'

const outline: readonly OutlineParagraph[] = [
  { style: 'Title', runs: [{ text: 'Đề cương' }] },
  { style: 'Normal', runs: [{ text: 'Nguồn: ', bold: true }, { text: 'bài báo' }] },
  { style: 'Heading1', runs: [{ text: 'Kết quả', bold: true }] },
  { style: 'Heading2', runs: [{ text: 'Một & “hai”' }] },
  { style: 'Lettered', runs: [{ text: 'ý' }] },
  { style: 'Counted', number: 1, runs: [{ text: 'một' }] },
  { style: 'Counted', number: 2, runs: [{ text: 'hai' }] },
  { style: 'Below', runs: [{ text: 'Bài không nêu' }] },
  { style: 'Counted', number: 3, runs: [{ text: 'ba' }] },
  { style: 'Counted', number: 1, runs: [{ text: 'từ đầu' }] },
  { style: 'Plain', runs: [{ text: 'Riêng: ', italic: true }] },
]

const colour = { hex: '000000' }
const colours = {
  text: colour,
  ground: colour,
  quiet: colour,
  structure: colour,
  accent: colour,
  field: colour,
}
const make = () =>
  officeFile(
    'outline',
    { outline, picture: { slides: [], colours, otherAccent: colour } },
    { title: 'Hội nghị', description: '' },
  )

test('the outline has headings and one list of three levels, bound to its styles', async () => {
  const file = await make()
  expect(faultsIn(file)).toEqual([])
  const { parts, paragraphs } = readDocument(file)
  expect(paragraphs.map(({ style, text }) => [style, text])).toEqual([
    ['Title', 'Đề cương'],
    ['Normal', 'Nguồn: bài báo'],
    ['Heading1', 'Kết quả'],
    ['Heading2', 'Một & “hai”'],
    ['Lettered', 'ý'],
    ['Counted', 'một'],
    ['Counted', 'hai'],
    ['Below', 'Bài không nêu'],
    ['Counted', 'ba'],
    ['Counted', 'từ đầu'],
    ['Plain', 'Riêng: '],
  ])
  const numbering = parts.get('word/numbering.xml') ?? ''
  const levels = [
    ...numbering.matchAll(
      /numFmt w:val="(\w+)"\/><w:pStyle w:val="(\w+)".*?lvlText w:val="([^"]+)"/g,
    ),
  ]
  expect(levels.map(([, ...level]) => level)).toEqual([
    ['upperRoman', 'Heading1', '%1.'],
    ['decimal', 'Heading2', '%2.'],
    ['lowerLetter', 'Lettered', '%3)'],
  ])
  // One list, and one each for what slides count: the third goes on from the second.
  const document = parts.get('word/document.xml') ?? ''
  const lists = [...document.matchAll(/<w:numId w:val="(\d)"/g)].map(([, list]) => list)
  expect(lists).toEqual(['2', '2', '2', '3'])
  expect(numbering.match(/<w:num /g)).toHaveLength(3)
  expect(numbering.match(/startOverride w:val="1"/g)).toHaveLength(2)
})

test('the outline is an A4 page in Times New Roman 14, numbered from the second on', async () => {
  const { parts } = readDocument(await make())
  const document = parts.get('word/document.xml')
  expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
  expect(document).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"')
  expect(document).toContain('<w:titlePg/>')
  expect(parts.get('word/header1.xml')).toContain(' PAGE ')
  expect(parts.get('word/header2.xml')).not.toContain('PAGE')
  const styles = parts.get('word/styles.xml') ?? ''
  expect(styles).toContain('w:ascii="Times New Roman"')
  expect(styles).toContain('<w:sz w:val="28"/>')
  expect(styles).toContain('<w:lang w:val="vi-VN"')
})

test('the same outline gives the same bytes', async () => {
  expect(await make()).toEqual(await make())
})
