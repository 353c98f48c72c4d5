import { preference } from '../browser/preference.ts'

/** Written by the relay's pairing page, pair.js, under the same key. */
export const pairing = preference('phat-truc-tiep')

/** Whether this machine was paired; unpaired ones do not contact a relay to present. */
export const isPaired = (): boolean => Boolean(pairing.read())
