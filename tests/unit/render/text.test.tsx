import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { Prose, WithCompounds, Words } from '../../../src/render/slide/text.tsx'

/** What stays on one line of a text, in a deck of these compounds. */
function together(
  text: string,
  compounds: readonly string[],
  Of: typeof Words = Words,
): readonly (string | undefined)[] {
  const html = renderToString(
    <WithCompounds of={{ ...deck, compounds }}>
      <Of text={text} />
    </WithCompounds>,
  )
  expect(html.replace(/<[^>]+>/g, '')).toBe(text)
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

test('the last two words of a paragraph stay together, and with a compound they belong to', () => {
  const end = (text: string) => together(text, ['Trung ương 7', 'cán bộ'], Prose)
  expect(end('trong tình hình hiện nay')).toEqual(['hiện nay'])
  expect(end('kết quả Hội nghị Trung ương 7')).toEqual(['Trung ương 7'])
  expect(end('công tác cán bộ.')).toEqual(['cán bộ.'])
  expect(end('việc của cán bộ trẻ')).toEqual(['cán bộ trẻ'])
  expect(end('cán bộ trong tình hình mới')).toEqual(['cán bộ', 'hình mới'])
  expect(end('Một')).toEqual([])
})
