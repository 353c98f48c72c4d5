import { preference } from '../browser/preference.ts'

/** Set by the page that pairs this machine with a relay, under the same name. */
export const pairing = preference('phat-truc-tiep')

/** Whether this machine was paired: on any other no page asks for a relay. */
export const isPaired = (): boolean => Boolean(pairing.read())
