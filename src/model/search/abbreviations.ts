import { formOf, plainOf } from './words.ts'

/** What briefings abbreviate; some abbreviations have more than one reading. */
const table =
  `đp đột phá,tt trọng tâm,tt tuyên truyền,tt thông tin,tt tư tưởng,nq nghị quyết,hn hội nghị,
hn hà nội,ct chỉ thị,ct công tác,btg ban tuyên giáo,tg tuyên giáo,tw trung ương,tư trung ương,
twđ trung ương đảng,tu trung ương,tu tỉnh ủy,tu thành ủy,bch ban chấp hành,bct bộ chính trị,
bcv báo cáo viên,cb cán bộ,đv đảng viên,nd nhân dân,kt kinh tế,kt kiểm tra,xh xã hội,
hcm hồ chí minh,uv ủy viên,ptb phó trưởng ban,tb trưởng ban,đh đại hội,đh định hướng,
đhđ đại hội đảng,cs chính sách,nv nhiệm vụ,gp giải pháp,vn việt nam,tq tổ quốc,kl kỷ luật,
ks kiểm soát,đn đội ngũ,bt bí thư,đu đảng ủy`
    .split(/,\n?/)
    .map((entry) => entry.split(' ').map(formOf))

/** The longest word that is taken for abbreviations. */
const longest = 12

/** All that abbreviations written as one word may stand for: «BTGTW» is two of them. */
export function spelledOut(word: string): readonly string[] {
  if (word === '') return ['']
  if (word.length > longest) return []
  return table.flatMap(([key = '', ...words]) => {
    const typed = [key, plainOf(key)].find((one) => word.startsWith(one))
    const rest = typed === undefined ? [] : spelledOut(word.slice(typed.length))
    return rest.map((after) => `${words.join(' ')} ${after}`.trim())
  })
}
