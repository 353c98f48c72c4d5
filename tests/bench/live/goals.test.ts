import { expect, test } from 'vitest'
import { judge } from './goals.ts'
import type { Name, Trial } from './results.ts'

const trial = (viewers: number, round: number, name: Name, figures: Trial['figures']): Trial => ({
  viewers,
  round,
  name,
  figures,
})

test('a ratio is taken in each round, and the median counts', () => {
  const trials = [
    trial(10_000, 0, 'ours', { cpu: 60 }),
    trial(10_000, 0, 'socket.io', { cpu: 100 }),
    trial(10_000, 1, 'ours', { cpu: 300 }),
    trial(10_000, 1, 'socket.io', { cpu: 600 }),
    trial(10_000, 2, 'ours', { cpu: 90 }),
    trial(10_000, 2, 'socket.io', { cpu: 100 }),
  ]
  expect(judge(trials, [10_000])).toContainEqual({
    goal: '10000 người: CPU mỗi lần đổi trang: ≤ 0.65 × socket.io',
    figure: '0.60 ×',
    met: true,
  })
})

test('a state lost in any round counts as lost', () => {
  const trials = [0, 0, 2].map((lost, round) => trial(300, round, 'ours', { lost }))
  expect(judge(trials, [300])).toContainEqual({
    goal: '300 người: không mất trạng thái cuối',
    figure: 'thiếu 2',
    met: false,
  })
})

test('without socket.io there is no ratio', () => {
  expect(judge([trial(300, 0, 'ours', { cpu: 9 })], [300])).toContainEqual({
    goal: '300 người: CPU mỗi lần đổi trang: ≤ 1 × socket.io',
  })
})

test('only large numbers of viewers have the strict goals', () => {
  const goals = (viewers: number) => judge([], [viewers]).map(({ goal }) => goal)
  expect(goals(3000)).toHaveLength(4)
  expect(goals(10_000)).toHaveLength(9)
})
