/** Set by the page that pairs this machine with a relay, under this name. */
export const pairedMark = 'phat-truc-tiep'

/** Whether this machine was paired: on any other no page asks for a relay. */
export function isPaired(): boolean {
  try {
    return localStorage.getItem(pairedMark) !== null
  } catch {
    return false
  }
}
