import { spelledOut } from './abbreviations.ts'
import { type Asked, anyFigure, counted } from './numbers.ts'
import { type Form, formOf, lettersIn, readWords } from './words.ts'

/** One way to understand a question. */
export interface Reading {
  readonly words: readonly Asked[]
  /** Whether a number word may stand for its figure, and the other way around. */
  readonly counts: boolean
}

const formsOf = (words: string): readonly Form[] => words.split(' ').map((word) => formOf(word))

/** How a question may begin and end, as letters; no slide says so. */
const opening =
  /^(?:(?:vi sao|tai sao|khi nao|bao gio|o dau|the nao la|the nao|nhu the nao|ai la|ai|cho biet|xin hoi|hoi|co|nhung|cac) )+/
const closing =
  /(?: (?:(?:la|gom|co|nhung)? ?(?:gi|ai)|nao|o dau|(?:tu )?(?:khi nao|bao gio)|(?:nhu )?the nao|ra sao|vi sao|tai sao|khong|chua|a|nhi|ha))+$/

/** Words that a question may have more than the slide. */
const fillers = formsOf(
  'và của về thì mà được phải là có gì nào những các với số thứ bị do theo này đó từ như ở cho không',
)

/** What stands between the figures of a date. */
const dating = formsOf('ngày tháng năm')

/** Without the words that ask, before and behind. */
function trimmed(words: readonly Asked[]): readonly Asked[] {
  const letters = lettersIn(words)
  const count = (pattern: RegExp) => pattern.exec(letters)?.[0].trim().split(' ').length ?? 0
  return words.slice(count(opening), words.length - count(closing))
}

/** Without words of a list, if enough is left that they may have been meant as such. */
function without(list: readonly Form[], words: readonly Asked[]): readonly Asked[] {
  const rest = words.filter(
    ({ letters, marks }) =>
      !list.some(
        (one) => one.letters === letters && (marks.length === 0 || `${marks}` === `${one.marks}`),
      ),
  )
  return rest.length > 1 ? rest : []
}

/** How many ways to spell out abbreviations are tried, and how many words are looked for. */
const most = 12
const longest = 30

/** The words as asked, and with each of their abbreviations spelled out. */
function expansions(question: string): readonly (readonly Asked[])[] {
  const choices = readWords(question, (word) => formOf(word, true)).map(
    ({ word, from, to, isParted }) => {
      const isOpen = to === question.length && !/\d/.test(word.letters)
      const asked: Asked = { ...word, isParted, isOpen }
      // «T.Ư» has been spelled out already.
      const spelled = word.letters.length === to - from ? spelledOut(word) : []
      return { asked, spelled: spelled.length > 0 ? spelled : [[asked]] }
    },
  )
  const all = choices.reduce<readonly (readonly Asked[])[]>(
    (before, { spelled }) =>
      before.flatMap((one) => spelled.map((next) => [...one, ...next])).slice(0, most),
    [[]],
  )
  return [choices.map(({ asked }) => asked), ...all]
}

/** The name that a form of address introduces: «ông Phong», «đ/c Phuông». */
function named(words: readonly Asked[]): readonly Asked[] {
  const title = /^(?:ong|ba|anh|d c|dc|dong chi) /.exec(lettersIn(words))?.[0]
  const rest = title ? words.slice(title.trim().split(' ').length) : []
  return rest.map((word) => ({ ...word, isName: true }))
}

/** The ways to understand a question, the literal one first. */
export function readingsOf(question: string): readonly Reading[] {
  const [asked = [], ...spelled] = expansions(question)
  const readings = [asked, ...spelled].flatMap((words) => {
    const figures = counted(words)
    const hasFigures = figures.some(({ value }) => value !== undefined)
    const bare = trimmed(figures)
    const plain = trimmed(bare.filter((word) => word !== anyFigure))
    const dropped = hasFigures ? [...fillers, ...dating] : fillers
    return [figures, named(bare), bare, plain, without(dropped, plain)]
  })
  const seen = new Set<string>()
  return [asked, ...readings].flatMap((all, at): Reading | [] => {
    const words = all.slice(0, longest)
    const key = words.map(({ typed, marks, isName }) => [typed, ...marks, isName].join()).join(' ')
    if (words.length === 0 || (at > 1 && seen.has(key))) return []
    if (at > 0) seen.add(key)
    return { words, counts: at > 0 }
  })
}
