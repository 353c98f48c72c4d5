const hour = 60

/** The hours of the clock by the words that follow an hour up to 12: «3 giờ chiều» is 15:00. */
const halves: Readonly<Record<string, (hours: number) => number>> = {
  sáng: (hours) => (hours === 12 ? 0 : hours),
  trưa: (hours) => (hours < 10 ? hours + 12 : hours),
  chiều: (hours) => (hours < 12 ? hours + 12 : hours),
  tối: (hours) => (hours < 12 ? hours + 12 : hours),
}

/**
 * The time of day in a text, in minutes after midnight; undefined if it is none. Takes what people
 * write: «9:30», «9.30», «9 30», «9h30», «9g30», «930», «9h», «9 giờ 30», «9 giờ rưỡi», «2h30 chiều».
 * A number of one or two digits is none, because it may as well count minutes.
 */
export function minutesOfDayIn(text: string): number | undefined {
  const words = text.normalize('NFC').trim().toLowerCase()
  const [, hours, minutes = '0', half] =
    /^(\d{1,2}) ?(?:(?:[:.hg]|giờ)? ?(\d\d|rưỡi)(?: ?(?:phút|['’′]))?|h|g|giờ)(?: (sáng|trưa|chiều|tối))?$/.exec(
      words,
    ) ?? []
  if (hours === undefined) return undefined
  const spoken = half !== undefined && Number(hours) <= 12
  const shown = spoken ? halves[half]?.(Number(hours)) : Number(hours)
  const past = minutes === 'rưỡi' ? 30 : Number(minutes)
  if (shown === undefined || shown > 23 || past > 59) return undefined
  return shown * hour + past
}

/** The moment, in ms, of a time of day, in minutes after midnight, on the day of the moment `now`. */
export const onDayOf = (now: number, minutes: number): number =>
  new Date(now).setHours(Math.floor(minutes / hour), minutes % hour, 0, 0)

/**
 * The next moment, in ms, that a text names as a time of day: later today, or else tomorrow.
 * Undefined if the text is no time of day.
 */
export function nextMoment(text: string, now: number): number | undefined {
  const minutes = minutesOfDayIn(text)
  if (minutes === undefined) return undefined
  const today = onDayOf(now, minutes)
  if (today > now) return today
  // The next day by the calendar: with summer time a day may have other than 24 hours.
  return onDayOf(new Date(now).setDate(new Date(now).getDate() + 1), minutes)
}
