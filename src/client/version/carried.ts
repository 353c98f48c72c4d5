import { preference } from '../browser/preference.ts'

const { file } = document.documentElement.dataset

/** The version that this page's file carries, as text; nothing in a file as it was published. */
export const carried = (): string | undefined =>
  document.querySelector('script.own-version')?.textContent ?? undefined

/** Where versions of this deck are kept: one a machine, and one for each file that carries its own. */
export const keyOf = (): string => (carried() === undefined ? machineKey : `${machineKey} ${file}`)

/** Where a machine keeps the version of what carries none. */
export const machineKey = 'ban-rieng'

const mark = () => preference(keyOf())

/** Marks that a version is kept here. Where that cannot be, nothing must say that there is none. */
export function markKept(): void {
  mark().write('1')
  if (mark().read() !== '1') mark().forget()
}

/** Marks that none is kept here. */
export const markNone = (): void => mark().write('0')

/**
 * Whether a version is kept here, told at once, before it is read: a deck need not wait for one it
 * has not. Where nothing can be marked, nothing is known.
 */
export function isKept(): boolean | undefined {
  if (mark().read() === null) markNone()
  const known = mark().read()
  return known === null ? undefined : known === '1'
}
