import { type Form, formOf } from './words.ts'

/** What briefings abbreviate; some abbreviations have more than one reading. */
const abbreviations =
  `đp đột phá,tt trọng tâm,tt tuyên truyền,tt thông tin,nq nghị quyết,hn hội nghị,
hn hà nội,ct chỉ thị,ct công tác,ct chương trình,btg ban tuyên giáo,tg tuyên giáo,tw trung ương,
tư trung ương,twđ trung ương đảng,tu trung ương,tu tỉnh ủy,tu thành ủy,bch ban chấp hành,
bct bộ chính trị,bcv báo cáo viên,cb cán bộ,đv đảng viên,nd nhân dân,nd nội dung,kt kinh tế,
kt kiểm tra,xh xã hội,hcm hồ chí minh,uv ủy viên,ptb phó trưởng ban,tb trưởng ban,đh đại hội,
đh định hướng,đhđ đại hội đảng,cs chính sách,nv nhiệm vụ,gp giải pháp,cl chiến lược,vn việt nam,
tq tổ quốc,ctm chiến tranh mạng,kgm không gian mạng,kl kỷ luật,ks kiểm soát,ql quyền lực,
nt nhân tài,đn đội ngũ,bt bí thư,cu cấp ủy,đu đảng ủy`
    .split(/,\n?/)
    .map((entry) => {
      const [key, ...words] = entry.split(' ').map((word) => formOf(word))
      return { key, words }
    })

/** The longest word that is taken for abbreviations, in letters. */
const longest = 9

/** All that abbreviations written as one word may stand for: «BTGTW» is two of them. */
export function spelledOut(form: Form, from = 0): readonly (readonly Form[])[] {
  const { typed, marks } = form
  if (from === typed.length) return [[]]
  if (typed.length > longest) return []
  return abbreviations.flatMap(({ key, words }) => {
    if (!key || !typed.startsWith(key.typed, from)) return []
    const to = from + key.typed.length
    const hasOther = marks.some((mark) => {
      const at = Number.parseInt(mark, 10)
      return !(at < from || at >= to || key.marks.includes(`${at - from}${mark.slice(-1)}`))
    })
    if (hasOther) return []
    return spelledOut(form, to).map((rest) => [...words, ...rest])
  })
}
