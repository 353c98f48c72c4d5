import { expect, test } from 'vitest'
import { bodyTextOf, htmlOf, labelsOf, slides } from '../../support/text.ts'

/** Every number the article gives, and the editor's own numbering, one to six. */
const allowed = new Set('18/5 18/5/2018 5/2018 300 7 3 8 2 5 05 2018 70 1 2 3 4 5 6'.split(' '))

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\/\d+)*/g) ?? []

test.for(slides.map(({ id }) => id))('%s shows no number that the article lacks', (id) => {
  expect(numbersIn(bodyTextOf(id)).filter((number) => !allowed.has(number))).toEqual([])
})

test.for(slides.map(({ id }) => id))('%s describes its figures without other numbers', (id) => {
  const labels = labelsOf(htmlOf(id)).join(' ')
  expect(numbersIn(labels).filter((number) => !allowed.has(number))).toEqual([])
})

test.for([
  '18/5',
  '5/2018',
  'gần 300',
  'Trung ương 7',
  'XII',
  '3 nghị quyết',
  '3 báo cáo',
  '8 nhóm',
  '2 trọng tâm',
  '5 đột phá',
  '05-CT/TW',
  '2 năm',
  'Quý II/2018',
  '70 năm',
])('the figure “%s” appears', (figure) => {
  expect(slides.some(({ id }) => bodyTextOf(id).includes(figure))).toBe(true)
})

test.for([
  [
    'diem-cau',
    'Một chấm lớn: đầu cầu Trung ương tại Hà Nội. Mảng chấm nhỏ: Kết nối đến gần 300 điểm cầu cấp tỉnh và cấp huyện trên cả nước.',
  ],
  ['ket-qua', 'một nghị quyết bài có nêu, hai nghị quyết bài không nêu'],
  ['ket-qua', 'ba báo cáo bài không nêu'],
  ['ket-qua', 'một công tác cán bộ bài không nêu'],
  ['nhom-viec', 'tám nhóm nhiệm vụ giải pháp bài không nêu'],
] as const)('a figure of %s is described as “%s”', ([id, words]) => {
  expect(labelsOf(htmlOf(id))).toContain(words)
})
