import { spelledOut } from './abbreviations.ts'
import { bothFormsOf, counted, spoken, withFive } from './numbers.ts'
import { formOf, pattern, readWords } from './words.ts'

/** One way to understand a question. */
export interface Reading {
  /** The forms of its words, with a space between; `#` for any figure. */
  readonly words: string
  /** Whether they are a name, such as after «ông». */
  readonly isName?: boolean
}

/** How a question begins and ends; no slide says so. */
const opening = pattern(
  '^(?:(?:vi sao|tai sao|khi nao|bao gio|o dau|(?:nhu )?the nao(?: la)?|ai(?: la)?|trang|slide|cho biet|xin hoi|co|nhung|cac) )+',
)
const closing = pattern(
  '(?: (?:(?:la |gom |co |nhung )*(?:gi|ai)|nao|o dau|(?:tu )?(?:khi nao|bao gio)|(?:nhu )?the nao|ra sao|vi sao|tai sao|khong|chua|a|nhi|ha))+$',
)

const title = pattern('^(?:ong|ba|anh|d c|dc|dong chi) ')
/** Words that a question may have more than the slide; without marks, many would be others. */
const fillers = [
  'và của về thì mà được phải là có gì nào những các với số thứ bị theo này đó như ở cho không làm',
  'sẽ đã đang cần hay hoặc đến va cua la phai cac nhung voi khong so lam',
].flatMap((words) => words.split(' ').map(formOf))
const dating = bothFormsOf('ngày tháng năm')

/** Without the words that ask, before and behind. */
const trimmed = (words: string): string => words.replace(opening, '').replace(closing, '')

/** Without the words that may be more than the slide has, if enough are left to go by. */
function without(words: string): string {
  const dropped = /\d/.test(words) ? [...fillers, ...dating] : fillers
  const left = words.split(' ').filter((word) => !dropped.includes(word))
  return left.length > 1 ? left.join(' ') : ''
}

/** How many ways to spell out abbreviations are tried. */
const most = 12

/** The words of a question with its abbreviations spelled out, in each way. */
const expanded = (words: string): readonly string[] =>
  words.split(' ').reduce(
    (before, word) => {
      const ways = spelledOut(word)
      const each = [...ways, word]
      return before.flatMap((one) => each.map((way) => `${one} ${way}`.trim())).slice(0, most)
    },
    [''],
  )

const wordsOf = (question: string): string =>
  readWords(question)
    .map(({ form }) => form)
    .join(' ')

/** The ways to understand a question, the literal one first. */
export function readingsOf(question: string): readonly Reading[] {
  const words = wordsOf(question)
  // «Đ.P 3», «H.C.M»; in «T.Ư» the point has told more.
  const joined = wordsOf(
    question.replace(/(^|[^\p{L}\p{M}])(\p{L}\.)+\p{L}(?![\p{L}\p{M}])/gu, (all) =>
      all.replace(/\.(?=.)/g, ''),
    ),
  )
  const readings = [words, ...expanded(words), ...expanded(joined)].flatMap((one) => {
    const figures = counted(one, true)
    const asked = [counted(one, false), figures, withFive(figures)]
    const all = /\d/.test(one) ? [...asked, spoken(one)] : asked
    const bare = all.map(trimmed)
    const plain = bare.map((each) => trimmed(each.replace(/#/g, '').trim()))
    const [first = ''] = bare
    const name = title.test(first) ? [first.replace(title, '')] : []
    return [
      ...[one, ...all].map((each) => ({ words: each })),
      ...name.map((each) => ({ words: each, isName: true })),
      ...[...bare, ...plain, ...plain.map(without)].map((each) => ({ words: each })),
    ]
  })
  const seen = new Set<string>()
  return readings.filter((reading) => {
    const key = JSON.stringify(reading)
    const isNew = reading.words !== '' && !seen.has(key)
    seen.add(key)
    return isNew
  })
}
