import { tellChange } from './news.ts'
import { openStock } from './stock.ts'
import { changeVersion, openVersions } from './store.ts'

/**
 * Has the private version of this page plan these seconds for slides, beside those that it plans for
 * others; without any, those of no slide. Other windows that show times follow; this one by
 * `showOwnChange`. Resolves with false if nothing can be stored, and rejects without a network.
 */
export async function planTimes(
  seconds: Readonly<Record<string, number>> | undefined,
): Promise<boolean> {
  const storage = openVersions(() => undefined)
  const { withTimes } = await openStock()
  const isStored = await changeVersion(storage, (version) => withTimes(version, seconds))
  if (isStored) tellChange()
  return isStored
}
