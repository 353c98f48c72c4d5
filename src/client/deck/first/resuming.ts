/**
 * Has the page wait for the place that it is on its way to, if the deck wrote its address: loaded
 * again, it would show the audience the first slide meanwhile, on a slow machine for a second, and
 * light where the screen was black. The style gives up waiting after a while.
 */
export function awaitPlace(): void {
  const [written, black] = /^written \d+( black)?$/.exec(String(history.state)) ?? []
  if (written === undefined) return
  const { classList } = document.documentElement
  classList.add('resuming')
  classList.toggle('dark', black !== undefined)
}
