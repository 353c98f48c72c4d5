/** Every number the article gives, and the editor's own numbering, one to six. */
export const allowed: ReadonlySet<string> = new Set(
  '18/5 18/5/2018 5/2018 300 7 3 8 2 5 05 2018 70 1 2 3 4 5 6'.split(' '),
)

/** Figures that must be seen, with the words beside them. */
export const shown: readonly string[] = [
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
]

/** What a screen reader hears of a drawing, by the slide it is on. */
export const described: readonly (readonly [string, string])[] = [
  [
    'diem-cau',
    'Một chấm lớn: đầu cầu Trung ương tại Hà Nội. Mảng chấm nhỏ: gần 300 điểm cầu cấp tỉnh và cấp huyện.',
  ],
  ['ket-qua', '1 nghị quyết bài nêu tên, 2 nghị quyết bài không nêu tên'],
  ['ket-qua', '3 báo cáo, bài không nêu tên'],
  ['nhom-viec', '8 nhóm nhiệm vụ giải pháp, bài không nêu tên'],
  ['nhom-viec', '5 đột phá, bài nêu rõ'],
]
