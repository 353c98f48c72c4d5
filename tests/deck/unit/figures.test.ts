import { expect, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { bodyTextOf, htmlOf, labelsOf } from '../../support/text.ts'
import { allowed, described, shown } from '../expected/figures.ts'

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\/\d+)*/g) ?? []

test.for(slides.map(({ id }) => id))('%s shows no number that the article lacks', (id) => {
  expect(numbersIn(bodyTextOf(id)).filter((number) => !allowed.has(number))).toEqual([])
})

test.for(slides.map(({ id }) => id))('%s describes its figures without other numbers', (id) => {
  const labels = labelsOf(htmlOf(id)).join(' ')
  expect(numbersIn(labels).filter((number) => !allowed.has(number))).toEqual([])
})

test.for(shown)('the figure “%s” appears', (figure) => {
  expect(slides.some(({ id }) => bodyTextOf(id).includes(figure))).toBe(true)
})

test.for(described)('a figure of %s is described as “%s”', ([id, words]) => {
  expect(labelsOf(htmlOf(id))).toContain(words)
})
