import type { RunningOrder } from '../../src/model/deck/running-order.ts'

/** A small deck: two slides before the parts' end, three parts' worth of steps and times. */
export const runningOrder: RunningOrder = [
  { id: 'cover', name: 'Cover', part: '', seconds: 60, steps: 0 },
  { id: 'one', name: 'One', part: 'First', seconds: 120, steps: 2 },
  { id: 'two', name: 'Two', part: 'First', seconds: 180, steps: 0 },
  { id: 'three', name: 'Three', part: 'Second', seconds: 240, steps: 1 },
  { id: 'end', name: 'End', part: '', seconds: 60, steps: 0 },
]
