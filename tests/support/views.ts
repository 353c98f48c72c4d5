import type { View } from '../../src/model/talk/view.ts'

/** A view of the running order that is invented for tests. */
export const view: View = { slide: 'one', step: 0, screen: 'slide' }

/** For each field of a view, the same view with another value there. */
export const otherViews: Readonly<Record<keyof View, View>> = {
  slide: { ...view, slide: 'two' },
  step: { ...view, step: 1 },
  screen: { ...view, screen: 'white' },
  spot: { ...view, spot: 0 },
  starts: { ...view, starts: 1_700_000_000_000 },
}
