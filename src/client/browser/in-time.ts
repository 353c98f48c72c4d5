/** What comes within a limit in milliseconds, or nothing: late is no failure, but no reason to wait. */
export const inTime = <Value>(value: Promise<Value>, limit: number): Promise<Value | undefined> =>
  Promise.race([value, new Promise<undefined>((resolve) => setTimeout(resolve, limit))])
