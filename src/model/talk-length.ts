/** The fewest and the most minutes that a speaker may plan for everything, questions included. */
export const talkMinutes = { least: 1, most: 300 } as const

/** Whether so many minutes can be planned for everything. */
export const isTalkLength = (minutes: number): boolean =>
  minutes >= talkMinutes.least && minutes <= talkMinutes.most
