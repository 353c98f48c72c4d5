/**
 * A promise's value, or undefined if it takes longer than `limit` ms; rejects if the promise does.
 */
export const inTime = <Value>(value: Promise<Value>, limit: number): Promise<Value | undefined> =>
  Promise.race([value, new Promise<undefined>((resolve) => setTimeout(resolve, limit))])
