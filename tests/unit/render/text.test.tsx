import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { WithCompounds, Words } from '../../../src/render/slide/text.tsx'

/** What stays on one line of a text, in a deck of these compounds. */
function together(text: string, compounds: readonly string[]): readonly (string | undefined)[] {
  const html = renderToString(
    <WithCompounds of={{ ...deck, compounds }}>
      <Words text={text} />
    </WithCompounds>,
  )
  return [...html.matchAll(/<span class="nb">(.*?)<\/span>/g)].map(([, words]) => words)
}

test('a compound stays on one line, the longest that is there', () => {
  const compounds = ['Ban Tuyên', 'Ban Tuyên giáo', 'Hà Nội']
  expect(together('Ban Tuyên giáo Hà Nội, Ban Tuyên', compounds)).toEqual([
    'Ban Tuyên giáo',
    'Hà Nội',
    'Ban Tuyên',
  ])
})

test('a compound is the letters it is written in', () => {
  expect(together('Quy định 8 (mới), Quy định 8 mới', ['Quy định 8 (mới)'])).toEqual([
    'Quy định 8 (mới)',
    '8 mới',
  ])
  expect(together('TxƯ T.Ư', ['T.Ư'])).toEqual(['T.Ư'])
})

test('a number stays with its noun, in any deck', () => {
  expect(together('gần 300 điểm cầu, 5/2018 tại Hà Nội', [])).toEqual([
    'gần 300 điểm',
    '5/2018 tại',
  ])
})
