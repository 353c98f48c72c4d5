import { expect, test } from 'vitest'
import { isGarbled } from '../../../../src/model/language/encoding.ts'

test.for([
  'Céng hßa x· héi chñ nghÜa ViÖt Nam',
  '®¶ng bé tØnh',
  'Hµ Néi',
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
  'Ñaûng boä tænh',
  'Nguyá»…n VÄƒn A',
  'Ä‘áº£ng bá»™',
  'Ch\ufffd thị',
])('“%s” is garbled', (text) => {
  expect(isGarbled(text)).toBe(true)
})

test.for([
  '',
  'Đảng bộ tỉnh có 312 chi bộ',
  'HOÀ BÌNH, XÃ\u00a0HỘI, “XÃ”, «xã»',
  'hoà, toà, khoá, thuỷ; hòa, tòa, khóa, thủy',
  'Trang 3 · Chương trình – 25°C, 5 µm, 3½ giờ, Windows®, © 2018',
  'Gặp gỡ ông Müller tại điểm cầu thứ hai của huyện',
  'Hội nghị tại São Paulo và Zürich',
  'Gặp ông Müller và ông François',
  'Ðắk Lắk, Ðồng Nai',
  'gấp x¼ lần',
  'https://dangcongsan.vn/?a=1&b=2',
])('“%s” is not garbled', (text) => {
  expect(isGarbled(text)).toBe(false)
})
