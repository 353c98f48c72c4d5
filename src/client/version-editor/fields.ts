import { decimal } from '../../model/decimal.ts'
import { isTalkLength } from '../../model/talk-length.ts'
import { minutesTyped } from '../../model/timing/typed-limit.ts'
import { noteOf, type OwnSlide, type Version } from '../../model/version/version.ts'
import { limits } from '../../model/version/version-content.ts'

/** An element that a speaker writes in. */
export type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Reads the minutes of an own slide as people type them: «1,5», «2 phút»; undefined unless they are half
 * minutes within the limits.
 */
export function slideMinutes(text: string): number | undefined {
  const minutes = minutesTyped(text) ?? 0
  return minutes > 0 && minutes <= limits.minutes && (2 * minutes) % 1 === 0 ? minutes : undefined
}

/** The text of a field in a version; `id` is the slide whose card contains the field. */
export function keptIn(version: Version, id: string, name: string): string {
  const own = version.own.find((one) => one.id === id)
  switch (name) {
    case 'note':
      return noteOf(version, id)
    case 'title':
      return own?.title ?? ''
    case 'points':
      return own?.points.join('\n') ?? ''
    case 'minutes':
      return decimal(own?.minutes ?? '')
    case 'total':
      return decimal(version.plan.minutes ?? '')
    default:
      // The other fields are those of the cover.
      return version.cover[name as keyof Version['cover']]
  }
}

/**
 * The version with the value of one field changed; `id` is the slide whose card contains the field.
 */
export function changed(version: Version, id: string, name: string, value: string): Version {
  const own = (change: Partial<OwnSlide>): Version => ({
    ...version,
    own: version.own.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })
  switch (name) {
    case 'running':
      return { ...version, running: value === 'short' ? 'short' : 'full' }
    case 'note':
      return { ...version, notes: { ...version.notes, [id]: value } }
    case 'title':
      return own({ title: value })
    case 'points':
      return own({ points: value.split('\n') })
    case 'minutes': {
      // The field may be empty while somebody types, or hold more than is allowed.
      const minutes = slideMinutes(value)
      if (minutes === undefined) return version
      const { [id]: _, ...seconds } = version.plan.seconds
      return { ...own({ minutes }), plan: { ...version.plan, seconds } }
    }
    case 'total': {
      const { minutes: _, ...plan } = version.plan
      if (!value.trim()) return { ...version, plan }
      const minutes = minutesTyped(value)
      return minutes !== undefined && isTalkLength(minutes)
        ? { ...version, plan: { minutes, ...plan } }
        : version
    }
    default:
      return { ...version, cover: { ...version.cover, [name]: value } }
  }
}
