import { describe, expect, test } from 'vitest'
import { citation, citing, paragraphsOf } from '../../../../src/model/deck/source.ts'

const cite = citing({
  turing1936: { name: 'Turing', by: 'A. M. Turing', paragraphs: [1, 2, 6] },
  shannon1948: { name: 'Shannon', by: 'C. E. Shannon', paragraphs: [1] },
})

describe('a citation', () => {
  test('names each paragraph once, in order', () => {
    expect(citation([cite('turing1936', 6), cite('turing1936', 2, 6), cite('turing1936', 1)])).toBe(
      'Theo Turing, đoạn 1, 2, 6',
    )
  })

  test('names each work once', () => {
    expect(citation([cite('turing1936', 1), cite('shannon1948', 1), cite('turing1936', 2)])).toBe(
      'Theo Turing, đoạn 1, 2. Theo Shannon, đoạn 1',
    )
  })

  test('names the whole work when no paragraph is given', () => {
    expect(citation([cite('turing1936'), cite('turing1936', 2)])).toBe('Theo Turing, toàn bài')
  })

  test('of an unknown work or paragraph does not compile, and is refused where nobody compiles', () => {
    // @ts-expect-error no such work
    expect(() => cite('godel1931', 1)).toThrow('Không có nguồn “godel1931”.')
    // @ts-expect-error the work has no third paragraph
    expect(() => cite('turing1936', 2, 3)).toThrow('không có đoạn 3 để dẫn')
  })
})

describe('the paragraphs of a claim', () => {
  test('name their work where the deck cites several', () => {
    expect(
      paragraphsOf([cite('turing1936', 6), cite('shannon1948', 1), cite('turing1936', 2)]),
    ).toBe('Turing, đoạn 2, 6; Shannon, đoạn 1')
    expect(paragraphsOf([cite('turing1936', 1)])).not.toBe(paragraphsOf([cite('shannon1948', 1)]))
  })

  test('need no name where there is one work', () => {
    const citeOne = citing({ paper: { name: 'Paper', by: 'Somebody', paragraphs: [1, 2, 4] } })
    expect(paragraphsOf([citeOne('paper', 4), citeOne('paper', 1)])).toBe('đoạn 1, 4')
  })
})
