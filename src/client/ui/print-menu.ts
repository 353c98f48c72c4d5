import { isThere } from '../browser/host.ts'
import { inTime } from '../browser/in-time.ts'
import { loadPaperFonts } from '../browser/paper-fonts.ts'
import { isLocal, isPacked } from '../browser/scope.ts'
import { openDialog } from './dialogs.ts'

const root = document.documentElement

/** How long letters may take, in milliseconds: without them the machine's own are printed. */
const patience = 2500

/** Prints the page as it is, or its slides, so many on a sheet. */
async function printOut(sheet: string): Promise<void> {
  await inTime(loadPaperFonts(), patience)
  const back = () => delete root.dataset.sheet
  // A phone may never have said that it was done.
  back()
  if (sheet) root.dataset.sheet = sheet
  addEventListener('afterprint', back, { once: true })
  print()
}

/** Shows the files that are there, and hides the pages that are not; asked for only now. */
function showWhatIsThere(menu: HTMLElement): void {
  for (const link of menu.querySelectorAll<HTMLAnchorElement>('a[download], a[href*=".html"]')) {
    isThere(link.href).then(
      (there) => {
        const place = link.closest<HTMLElement>('li, p')
        if (place) place.hidden = !there
        const files = link.closest<HTMLElement>('.files')
        if (files) files.hidden &&= !there
      },
      // Without a network there is nothing to load down.
      () => undefined,
    )
  }
}

/** Gives the buttons that print their meaning, and returns what opens the menu. */
export function printMenu(): () => void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.addEventListener('click', () => {
      button.closest('dialog')?.close()
      void printOut(button.dataset.print ?? '')
    })
  }
  return () => {
    const menu = openDialog('printing')
    // Whatever a packed file has, it has in itself; a disk is never asked.
    if (!isPacked && !isLocal) showWhatIsThere(menu)
  }
}
