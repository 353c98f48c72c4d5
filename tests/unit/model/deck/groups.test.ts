import { expect, test } from 'vitest'
import { groupsOf } from '../../../../src/model/deck/groups.ts'
import { runningOrder } from '../../../support/running-order.ts'

const ids = (slides: readonly { readonly id: string }[]) => slides.map(({ id }) => id)

test('a running order has an opening, parts and a closing', () => {
  const { opening, parts, closing } = groupsOf(runningOrder)
  expect(ids(opening)).toEqual(['cover'])
  expect(parts.map(({ name, slides }) => [name, ids(slides)])).toEqual([
    ['First', ['one', 'two']],
    ['Second', ['three']],
  ])
  expect(ids(closing)).toEqual(['end'])
})

test('without parts the opening is the cover alone', () => {
  const { opening, parts, closing } = groupsOf(runningOrder.filter(({ part }) => !part))
  expect([ids(opening), parts, ids(closing)]).toEqual([['cover'], [], ['end']])
})
