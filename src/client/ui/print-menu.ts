import { isThere } from '../browser/host.ts'
import { inTime } from '../browser/in-time.ts'
import { loadPaperFonts } from '../browser/paper-fonts.ts'
import { isLocal, isPacked } from '../browser/scope.ts'
import { openDialog } from './dialogs.ts'

const root = document.documentElement

/** How long loading the fonts may take, in ms; after that fonts of the machine are printed. */
const patience = 2500

/**
 * Prints the page as it is; or with a number as `way` that many slides on each sheet, or with
 * «audience» what is for the audience.
 */
async function printOut(way: string): Promise<void> {
  await inTime(loadPaperFonts(), patience)
  const back = () => {
    delete root.dataset.sheet
    delete root.dataset.paper
  }
  // Phones may not have fired `afterprint` for the print before.
  back()
  if (way) root.dataset[/^\d/.test(way) ? 'sheet' : 'paper'] = way
  addEventListener('afterprint', back, { once: true })
  print()
}

/** Links to downloads, and to pages that a host may leave out. */
const optional = 'a[download], a:is([href^="review.html"], [href^="outline.html"])'

/**
 * Shows the downloads that exist, and hides links to pages that do not; checked when a dialog opens.
 */
export function hideMissing(dialog: HTMLElement): void {
  // A packed file contains all it links to, and on a disk nothing can be checked.
  if (isPacked || isLocal) return
  const answers = new Map<string, Promise<boolean>>()
  for (const link of dialog.querySelectorAll<HTMLAnchorElement>(optional)) {
    const { pathname } = link
    const answer = answers.get(pathname) ?? isThere(link.href)
    answers.set(pathname, answer)
    answer.then(
      (there) => {
        const place = link.closest<HTMLElement>('li, p')
        if (place) place.hidden = !there
        const files = link.closest<HTMLElement>('.files')
        if (files) files.hidden &&= !there
      },
      // Without a network nothing can be downloaded.
      () => undefined,
    )
  }
}

/** Makes the print buttons work, and returns a function that opens the menu. */
export function printMenu(): () => void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.addEventListener('click', () => {
      button.closest('dialog')?.close()
      void printOut(button.dataset.print ?? '')
    })
  }
  return () => hideMissing(openDialog('printing'))
}
