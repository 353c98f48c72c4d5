import { expectTypeOf, test } from 'vitest'
import { breakthroughs } from '../../slides/breakthroughs.ts'
import { focusAreas } from '../../slides/focus-areas.ts'
import { cite } from '../../slides/sources.ts'
import type { Breakthroughs, FocusAreas, Slide, Statement } from '../../src/model/slide.ts'

test('there are exactly two focus areas', () => {
  expectTypeOf<(typeof focusAreas)['length']>().toEqualTypeOf<2>()
})

test('there are exactly five breakthroughs', () => {
  expectTypeOf<(typeof breakthroughs)['length']>().toEqualTypeOf<5>()
})

test('one too few or too many, or one out of order, does not compile', () => {
  const [first, second, third, fourth, fifth] = breakthroughs
  // @ts-expect-error four
  const four: Breakthroughs = [first, second, third, fourth]
  // @ts-expect-error six
  const six: Breakthroughs = [first, second, third, fourth, fifth, fifth]
  // @ts-expect-error out of order
  const swapped: Breakthroughs = [second, first, third, fourth, fifth]
  // @ts-expect-error one
  const one: FocusAreas = [focusAreas[0]]
  // @ts-expect-error three
  const three: FocusAreas = [...focusAreas, focusAreas[1]]
  // @ts-expect-error a breakthrough is no focus area
  const mixed: FocusAreas = [focusAreas[0], second]
  void [four, six, swapped, one, three, mixed]
})

test('a statement without a source does not compile', () => {
  // @ts-expect-error no source
  const bare: Statement = { text: ['chuẩn hoá'] }
  void bare
})

test('a paragraph the article does not have, or one that is page residue, does not compile', () => {
  // @ts-expect-error the article has twelve
  void cite('kinhtedothi', 13)
  // @ts-expect-error the third is a leftover of the web page
  void cite('kinhtedothi', 3)
})

test('a layout nobody renders does not compile', () => {
  // @ts-expect-error no such layout
  const layout: Slide['layout'] = 'pie-chart'
  void layout
})

test('an official title between quotation marks is a statement', () => {
  expectTypeOf<Extract<Slide, { layout: 'quoted' }>['title']>().toEqualTypeOf<Statement>()
})
