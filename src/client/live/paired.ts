import { preference } from '../browser/preference.ts'

/** Written by the relay's pairing page, pair.js, under the same key. */
export const pairing = preference('phat-truc-tiep')

/**
 * The name of the setting that holds the address a speaker has chosen, where the relay's machine is in
 * several networks: `reach.ts` keeps it, and the waiting slide, which has only this module, follows it.
 */
export const chosenAddress = 'dia-chi-mang'

/** Whether this machine was paired; unpaired ones do not contact a relay to present. */
export const isPaired = (): boolean => Boolean(pairing.read())
