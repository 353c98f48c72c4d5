import type { RunningOrder } from '../../src/model/deck/running-order.ts'

/** A small deck: two slides before the parts' end, three parts' worth of steps and minutes. */
export const runningOrder: RunningOrder = [
  { id: 'cover', name: 'Cover', part: '', minutes: 1, steps: 0 },
  { id: 'one', name: 'One', part: 'First', minutes: 2, steps: 2 },
  { id: 'two', name: 'Two', part: 'First', minutes: 3, steps: 0 },
  { id: 'three', name: 'Three', part: 'Second', minutes: 4, steps: 1 },
  { id: 'end', name: 'End', part: '', minutes: 1, steps: 0 },
]
