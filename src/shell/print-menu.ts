import { openDialog } from './dialogs.ts'
import { element } from './dom.ts'
import { loadPaperFonts } from './paper.ts'
import { isLocal } from './scope.ts'

const root = document.documentElement

/** Prints the page as it is, or its slides, so many on a sheet. */
async function printOut(sheet: string): Promise<void> {
  await loadPaperFonts()
  const back = () => delete root.dataset.sheet
  // A phone may never have said that it was done.
  back()
  if (sheet) root.dataset.sheet = sheet
  addEventListener('afterprint', back, { once: true })
  print()
}

/** Shows the files that are there; asked for only now, and never of a disk. */
function showFiles(list: HTMLElement): void {
  for (const item of list.querySelectorAll('li')) {
    fetch(element<HTMLAnchorElement>('a', item).href, { method: 'HEAD' }).then(
      ({ ok }) => {
        item.hidden = !ok
        list.hidden &&= !ok
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
  const files = document.querySelector<HTMLElement>('#printing .files')
  return () => {
    openDialog('printing')
    if (files && !isLocal) showFiles(files)
  }
}
