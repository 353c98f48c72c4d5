import { expect, test } from 'vitest'
import { groupsOf } from '../../../../src/model/deck/groups.ts'
import { runningOrder } from '../../../support/running-order.ts'

const ids = (stops: readonly { readonly id: string }[]) => stops.map(({ id }) => id)

test('a running order opens, has its parts and closes', () => {
  const { opening, parts, closing } = groupsOf(runningOrder)
  expect(ids(opening)).toEqual(['cover'])
  expect(parts.map(({ name, slides: stops }) => [name, ids(stops)])).toEqual([
    ['First', ['one', 'two']],
    ['Second', ['three']],
  ])
  expect(ids(closing)).toEqual(['end'])
})

test('without any part the cover alone opens it', () => {
  const { opening, parts, closing } = groupsOf(runningOrder.filter(({ part }) => !part))
  expect([ids(opening), parts, ids(closing)]).toEqual([['cover'], [], ['end']])
})
