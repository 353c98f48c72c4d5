import type { Index } from './index-of.ts'
import { formOf, readWords } from './words.ts'

/** Splits a word where spaces are missing, into words that the slides have; the fewest first. */
function splitUp(letters: string, known: ReadonlySet<string>): readonly string[] | undefined {
  for (let to = letters.length; to > 1; to--) {
    const head = letters.slice(0, to)
    if (!known.has(head)) continue
    if (to === letters.length) return [head]
    const rest = splitUp(letters.slice(to), known)
    if (rest) return [head, ...rest]
  }
  return undefined
}

/** A question with the spaces that are missing, and without those that are too many. */
export function respaced({ vocabulary }: Index, question: string): string {
  const known = new Set(vocabulary.map(({ typed }) => typed))
  let before = ''
  let spaced = ''
  for (const { word, from, to } of readWords(question, (word) => formOf(word))) {
    const isRest = known.has(before + word.typed) && !(known.has(before) && known.has(word.typed))
    let at = from
    const parts = (known.has(word.typed) ? undefined : splitUp(word.typed, known))?.map((part) => {
      at += part.length
      return question.slice(at - part.length, at)
    })
    spaced += `${isRest ? '' : ' '}${parts?.join(' ') ?? question.slice(from, to)}`
    before = word.typed
  }
  return spaced.trim()
}
