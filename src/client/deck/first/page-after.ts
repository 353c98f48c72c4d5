import type { Command } from '../../../model/talk/command.ts'

/** A slide by its index, and how many of its steps are shown. */
interface Page {
  readonly slide: number
  readonly step: number
}

/** The page that commands lead to from the first slide, of slides that have so many steps each. */
export function pageAfter(
  commands: readonly (Command | undefined)[],
  steps: readonly number[],
): Page {
  let slide = 0
  let step = 0
  for (const command of commands) {
    if (command === 'next') {
      if (step < (steps[slide] ?? 0)) step += 1
      else if (slide < steps.length - 1) {
        slide += 1
        step = 0
      }
    } else if (command === 'previous') {
      if (step > 0) step -= 1
      else if (slide > 0) {
        slide -= 1
        step = steps[slide] ?? 0
      }
    }
  }
  return { slide, step }
}
