import { expect, expectTypeOf, test } from 'vitest'
import type { Series, Slide, Statement } from '../../../../src/model/deck/slide.ts'
import { citing } from '../../../../src/model/deck/source.ts'

test('a series has as many slides as it says, of one kind, in order', () => {
  type Five = Series<'Đột phá', 5>
  expectTypeOf<Five['length']>().toEqualTypeOf<5>()
  expectTypeOf<Five[4]['order']['number']>().toEqualTypeOf<5>()
  const [first, second] = [] as unknown as Five
  const two: Series<'Đột phá', 2> = [first, second]
  // @ts-expect-error one too few
  const one: Series<'Đột phá', 2> = [first]
  // @ts-expect-error one too many
  const three: Series<'Đột phá', 2> = [first, second, second]
  // @ts-expect-error out of order
  const swapped: Series<'Đột phá', 2> = [second, first]
  // @ts-expect-error of another kind
  const other: Series<'Trọng tâm', 2> = [first, second]
  void [two, one, three, swapped, other]
})

test('a statement without a source does not compile', () => {
  // @ts-expect-error no source
  const bare: Statement = { text: ['chuẩn hoá'] }
  void bare
})

test('a paragraph that may not be cited does not compile', () => {
  const cite = citing({ paper: { name: 'Paper', by: 'Somebody', paragraphs: [1, 2, 4] } })
  void cite('paper', 1, 4)
  // @ts-expect-error not among them
  expect(() => cite('paper', 3)).toThrow()
  // @ts-expect-error no such work
  expect(() => cite('book', 1)).toThrow()
})

test('an unknown layout does not compile', () => {
  // @ts-expect-error no such layout
  const layout: Slide['layout'] = 'pie-chart'
  void layout
})

test('an official title between quotation marks is a statement', () => {
  expectTypeOf<Extract<Slide, { layout: 'quoted' }>['title']>().toEqualTypeOf<Statement>()
})
