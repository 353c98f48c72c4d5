import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { runningOrderOf } from '../../../src/model/deck/deck.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { arrange } from '../../../src/model/version/arrange.ts'
import { fitted } from '../../../src/model/version/fit.ts'
import { Cards } from '../../../src/render/documents/review.tsx'
import { SpeakerNotes } from '../../../src/render/documents/speaker.tsx'
import { anyMadeVersion, tries } from '../../support/any-version.ts'
import { textOf } from '../../support/text.ts'

/** The words that lead on from each slide, without the quotation marks of a title. */
const leadsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<p class="lead-on">(.*?)<\/p>/gs)].map(([, text = '']) =>
    textOf(text).replace(/[“”]/g, '').trim(),
  )

const expected = (names: readonly string[], questions: boolean) => [
  ...names.slice(1).map((name) => `Tiếp theo: ${name.replace(/[“”]/g, '')}.`),
  ...(questions ? ['Tiếp theo: hỏi đáp.'] : []),
]

test('each slide leads on to the next of any running order, and the last to the questions', () => {
  fc.assert(
    fc.property(anyMadeVersion, fc.boolean(), (version, questions) => {
      const { questions: minutes = 1, ...rest } = deck
      const asked = questions ? { ...rest, questions: minutes } : rest
      const shown = applyVersion(asked, version)
      const { shown: order } = arrange(runningOrderOf(deck), fitted(version))
      const names = order.map(({ name }) => textOf(renderToString(<p>{name}</p>)).trim())
      expect(leadsIn(renderToString(<SpeakerNotes deck={shown} />))).toEqual(
        expected(names, questions),
      )
    }),
    { numRuns: tries(300) },
  )
})

test('the page to read beforehand says the same, and nothing beside a slide that is hidden', () => {
  const version = { hidden: [deck.closing[0].id], order: [] }
  fc.assert(
    fc.property(anyMadeVersion, (made) => {
      const shown = applyVersion(deck, { ...made, ...version })
      const all = applyVersion(deck, { ...made, ...version }, 'all')
      const cards = renderToString(<Cards deck={shown} editing={{ all, canMove: () => false }} />)
      expect(leadsIn(cards)).toEqual(leadsIn(renderToString(<SpeakerNotes deck={shown} />)))
    }),
    { numRuns: tries(30) },
  )
})
