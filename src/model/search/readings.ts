import { spelledOut } from './abbreviations.ts'
import { formOf, plainOf, readWords } from './words.ts'

/** One way to understand a question. */
export interface Reading {
  /** The forms of its words, with a space between; `#` for any figure. */
  readonly words: string
  /** Whether they are a name, such as after «ông». */
  readonly isName?: boolean
}

/** A pattern of words, whatever marks they have. */
const pattern = (source: string): RegExp => new RegExp(source.replace(/[a-z]/g, '$&\\p{M}*'), 'u')

/** How a question begins and ends; no slide says so. */
const opening = pattern(
  '^(?:(?:vi sao|tai sao|khi nao|bao gio|o dau|(?:nhu )?the nao(?: la)?|ai(?: la)?|cho biet|xin hoi|co|nhung|cac) )+',
)
const closing = pattern(
  '(?: (?:(?:la |gom |co |nhung )*(?:gi|ai)|nao|o dau|(?:tu )?(?:khi nao|bao gio)|(?:nhu )?the nao|ra sao|vi sao|tai sao|khong|chua|a|nhi|ha))+$',
)

const title = pattern('^(?:ong|ba|anh|d c|dc|dong chi) ')
const amount = new RegExp(pattern('(?<= |^)(?:bao nhieu|may)(?= |$)'), 'gu')

/** Forms of words, with marks and without. */
const both = (words: string): readonly string[] =>
  words
    .split(' ')
    .map(formOf)
    .flatMap((form) => [form, plainOf(form)])

/** Words that a question may have more than the slide; without marks, many would be others. */
const fillers = [
  'và của về thì mà được phải là có gì nào những các với số thứ bị theo này đó như ở cho không làm',
  'sẽ đã đang cần hay hoặc đến va cua la phai cac nhung voi khong',
].flatMap((words) => words.split(' ').map(formOf))
const dating = both('ngày tháng năm')

const units = both('không một hai ba bốn năm sáu bảy tám chín mười')
const ordinals = both('. nhất hai ba tư năm sáu bảy')

/** The number of a word in a list of both forms; 0 if it is not there. */
const placeIn = (list: readonly string[], word: string): number =>
  Math.max(list.indexOf(word) >> 1, 0)

/** Spoken numbers as figures, «bảy mươi», «thứ ba»; «mấy» and «bao nhiêu» as any figure. */
const counted = (words: string): string =>
  words
    .replace(amount, '#')
    .replace(/(?<= |^)thu\u031b?\u0301? (\S+)/u, (all, nth) => `${placeIn(ordinals, nth) || all}`)
    .replace(/\S+/g, (word) => (/^na/.test(word) ? word : `${placeIn(units, word) || word}`))
    .replace(/(?<= |^)(\d) (?:10|mu\u031bo\u031bi)(?= |$)/, '$10')
    .replace(/(\d) tra\u0306?m(?= |$)/, '$100')
    .replace(
      /(?<= |^)([1-9])0 ([1-9]|mo\u0302?t\u0301?|la\u0306?m)(?= |$)/,
      (_, tens, unit) => `${tens}${{ m: 1, l: 5 }[unit[0] as string] ?? unit}`,
    )

/** «năm» as 5: it means years too. */
const withFive = (words: string): string => words.replace(/(?<= |^)na\u0306?m(?= |$)/gu, '5')

/** Figures as they are spoken. */
const spoken = (words: string): string =>
  words.replace(/(?<= |^)(?:[1-9]|10)(?= |$)/g, (figure) => units[Number(figure) * 2] ?? figure)

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

/** The ways to understand a question, the literal one first. */
export function readingsOf(question: string): readonly Reading[] {
  const words = readWords(question)
    .map(({ form }) => form)
    .join(' ')
  const readings = [words, ...expanded(words)].flatMap((one) => {
    const figures = counted(one)
    // «tam» may be «tám», and «tâm».
    const begun = one.replace(/\S+/, counted)
    const asked = [
      figures,
      begun === one ? figures : begun,
      withFive(figures),
      ...(/\d/.test(one) ? [spoken(one)] : []),
    ]
    const bare = asked.map(trimmed)
    const plain = bare.map((each) => trimmed(each.replace(/#/g, '').trim()))
    const name = title.test(bare[0] ?? '') ? [(bare[0] ?? '').replace(title, '')] : []
    return [
      ...[one, ...asked].map((each) => ({ words: each })),
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
