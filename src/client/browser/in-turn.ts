/**
 * Returns a function that runs what it is given one after the other. What fails is reported, and the
 * next runs all the same: after one mistake in drawing, changes must not stop being stored.
 */
export function inTurn(): (act: () => Promise<void>) => void {
  let last = Promise.resolve()
  return (act) => {
    last = last.then(act).catch(reportError)
  }
}
