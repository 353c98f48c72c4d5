import { preference } from '../browser/preference.ts'

const { file } = document.documentElement.dataset

/** The private version that was saved in this file, as JSON; undefined in a file as published. */
export const carried = (): string | undefined =>
  document.querySelector('script.own-version')?.textContent ?? undefined

/**
 * The storage key of this page's version: one for all pages on this machine, and one for each file
 * that carries a version.
 */
export const keyOf = (): string => (carried() === undefined ? machineKey : `${machineKey} ${file}`)

/** The storage key for pages that carry no version. */
export const machineKey = 'ban-rieng'

const mark = () => preference(keyOf())

/**
 * Marks that a version is stored. If marks cannot be written, removes an earlier one, which may say
 * that there is none.
 */
export function markKept(): void {
  mark().write('1')
  if (mark().read() !== '1') mark().forget()
}

/** Marks that no version is stored. */
export const markNone = (): void => mark().write('0')

/**
 * Whether a version is stored, as a synchronous hint (localStorage), so that a deck without a
 * version need not wait for IndexedDB. Undefined if localStorage does not work.
 */
export function isKept(): boolean | undefined {
  if (mark().read() === null) markNone()
  const known = mark().read()
  return known === null ? undefined : known === '1'
}

/** Whether this page surely has no version, neither stored nor in its file. */
export const hasNone = (): boolean => isKept() === false && carried() === undefined
