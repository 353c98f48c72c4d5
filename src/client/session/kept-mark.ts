import { preference } from '../browser/preference.ts'

/**
 * The mark that something was stored under this scope, as a synchronous hint (localStorage): null
 * if nothing was, or where localStorage does not work.
 */
export const keptMark = (scope: string) => preference(`luu ${scope}`)
