/**
 * Returns a function that passes values on, at most once in `pace` milliseconds: the first at once,
 * then the newest of those that came meanwhile.
 */
export function paced<T>(pace: number, pass: (value: T) => void): (value: T) => void {
  let next: { readonly value: T } | undefined
  let timer: NodeJS.Timeout | undefined
  const run = () => {
    timer = undefined
    if (!next) return
    const { value } = next
    next = undefined
    timer = setTimeout(run, pace).unref()
    pass(value)
  }
  return (value) => {
    next = { value }
    if (!timer) run()
  }
}
