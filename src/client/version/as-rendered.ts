import { isOwnId } from '../../model/version/version.ts'
import { follows } from '../browser/scope.ts'
import { runningOrderIn, slidesIn } from '../ui/dom.ts'
import type { Shown } from './apply.ts'

/** The slides of a page as they were rendered, without a version. */
export const asRendered = (stock: ParentNode): Shown => ({
  runningOrder: runningOrderIn(slidesIn(stock)),
  // A follower may have been on an own slide of the presenter, which comes again if it is shown.
  near: (slide) => (follows && isOwnId(slide) ? slidesIn(stock)[0]?.id : undefined),
  hiddenName: () => undefined,
})
