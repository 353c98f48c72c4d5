import { formOf, formsOf, plainOf, readWords } from './words.ts'

/** One way to understand a question. */
export interface Reading {
  /** The forms of its words; `#` for any number. */
  readonly words: readonly string[]
  /** What it costs beside the literal one. */
  readonly cost: number
  /** Whether it is a name, as after «ông». */
  readonly isName: boolean
}

/** What briefings abbreviate to first letters. */
const abbreviated =
  'đột phá,trọng tâm,tuyên truyền,thông tin,tư tưởng,nghị quyết,hội nghị,hà nội,chỉ thị,công tác,' +
  'ban tuyên giáo,tuyên giáo,đảng,ban chấp hành,bộ chính trị,báo cáo viên,cán bộ,đảng viên,' +
  'nhân dân,kinh tế,kiểm tra,xã hội,hồ chí minh,ủy viên,phó trưởng ban,trưởng ban,đại hội,' +
  'định hướng,chính sách,nhiệm vụ,giải pháp,việt nam,tổ quốc,kỷ luật,kiểm soát,đội ngũ,bí thư,' +
  'đảng ủy,khoá,quý'

/** Other ways to say or to write a word: the typed one first. */
const others =
  'tw trung ương,tư trung ương,tu trung ương,tu tỉnh ủy,dân người,người nhân,tắt lại,lũ lụt,' +
  'bác hồ chí minh,ko không,yêu ái,nước quốc'

const initialsOf = (words: string) => plainOf(formOf(words.replace(/(\S)\S* ?/g, '$1')))

const table = [
  ...abbreviated.split(',').map((words) => `${initialsOf(words)} ${words}`),
  ...others.split(','),
].map(formsOf)

/** All that a word may stand for: «BTGTW» is two abbreviations. */
const meant = (word: string): readonly string[] =>
  table.flatMap(([key = '', ...words]) => {
    const rest = word.slice(key.length)
    if (!word.startsWith(key)) return []
    return rest ? meant(rest).map((after) => [...words, after].join(' ')) : words.join(' ')
  })

/** Words that a question may have more than the slide; without marks, many would be others. */
const fillers = formsOf(
  'và của về thì mà được phải là có gì nào những các với số thứ bị theo này đó như ở cho không ' +
    'làm sẽ đã đang cần hay hoặc đến lần nói gồm nội dung câu chống ai vì tại sao khi bao giờ ' +
    'đâu thế trang slide biết xin hỏi nhỉ ạ hả chưa ra ngày tháng ' +
    'va cua la phai cac voi khong so lam lan ve vi sao nao co gi',
)

/** A pattern of words in plain letters, whatever marks they have; `@` for a number below ten. */
const pattern = (source: string): RegExp =>
  new RegExp(
    source.replace(/@/g, '(?:mot|hai|ba|bon|sau|bay|tam|chin)').replace(/[a-z]/g, '$&\\p{M}*'),
    'u',
  )

const title = pattern('^(?:ong|ba\u0300|anh|chi|d c|dong chi) ')

/** What is said of numbers, and how slides say it. */
const rules = [
  [title, ''],
  [pattern('( |^)(?:bao nhieu|may)(?= |$)'), '$1#'],
  [pattern(' cuoi(?: cung)?$'), ' #'],
  [pattern(' (?:thu nhat|dau tien|dau$)(?= |$)'), ` ${formOf('một')}`],
  [pattern(' thu tu(?= |$)'), ` ${formOf('bốn')}`],
  [pattern(' thu (?=@|nam|\\d)'), ' '],
  [pattern(' nam (?=\\d)'), ' '],
  [pattern('(muoi) (?=@(?: |$))'), '$1_'],
  [pattern('(@) (?=muoi|tram(?: |$))'), '$1_'],
] as const

/** The ways to understand a question, the literal one first. */
export function readingsOf(question: string): readonly Reading[] {
  // «Đ.P 3», «H.C.M»; «TƯ» may be the end of a word here, as in «THỨ TƯ».
  const joined = question
    .replace(/(^|[^\p{L}\p{M}])(\p{L}\.)+\p{L}(?![\p{L}\p{M}])/gu, (all) => all.replace(/\./g, ''))
    .replace(/T[ƯW]/g, (all) => all.toLowerCase())
  const typed = readWords(joined)
    .map(({ form }) => form)
    .join(' ')
  const said = rules.reduce((words, [from, to]) => words.replace(from, to), typed)
  const readings = [...new Set([typed, said])]
    .flatMap((words) =>
      words.split(' ').reduce(
        (before: readonly string[], word) => {
          const key =
            plainOf(word) === word.replace(/\u0335/g, '') ? plainOf(word.replace(/^dd/, 'd')) : word
          const each = [word, ...meant(key)]
          return before.flatMap((one) => each.map((way) => `${one} ${way}`.trim())).slice(0, 12)
        },
        [''],
      ),
    )
    .flatMap((one, at) => {
      const words = one.split(' ')
      const left = words.filter((word) => !fillers.includes(word))
      const isName = at > 0 && title.test(typed)
      return [words, left, left.filter((word) => word !== '#')].map((words, dropped) => ({
        words,
        cost: dropped * 2.2 + Math.min(at, 0.05),
        isName,
      }))
    })
  const seen = new Set<string>()
  return readings.filter(({ words }) => {
    const key = words.join(' ')
    return key && !seen.has(key) && seen.add(key)
  })
}
