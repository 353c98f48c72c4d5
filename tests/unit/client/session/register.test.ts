import { expect, test } from 'vitest'
import { Register } from '../../../../src/client/session/register.ts'

test('forgets changes in time, once nothing that is older than they are can be found', () => {
  const register = new Register<readonly number[]>([])
  const add = (value: number) => (values: readonly number[]) => [...values, value]
  register.set(add(1), 'here', 1000)
  register.set(add(2), 'here', 60_000)
  const found = { value: [0], revision: 5, by: 'there', when: 500 }
  expect(register.find(found, 'here')).toBe(true)
  expect(register.now.value).toEqual([0, 1, 2])
  register.ripen()
  register.set(add(3), 'here', 70_000)
  register.set(add(4), 'here', 110_000)
  expect(register.find({ ...found, revision: 20 }, 'here')).toBe(true)
  expect(register.now.value).toEqual([0, 4])
})
