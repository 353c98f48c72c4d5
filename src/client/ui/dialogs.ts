import { element } from './dom.ts'

/** Opens a dialog of the page by its id. When it closes, the browser restores the focus. */
export const openDialog = (id: string): HTMLDialogElement => {
  const dialog = element<HTMLDialogElement>(`#${id}`)
  if (!dialog.open) dialog.showModal()
  return dialog
}

/**
 * Makes every dialog close by its button and by a click outside, but not by the second one of a double
 * click that has opened it, and its links go to their slides; `go` is told the id of the dialog too.
 */
export function startDialogs(go: (slide: string, dialog: string) => void): void {
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('click', (event) => {
      const { target } = event
      if (!(target instanceof Element)) return
      const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (link) {
        event.preventDefault()
        dialog.close()
        go(link.hash.slice(1), dialog.id)
      } else if ((target === dialog && event.detail < 2) || target.closest('.close')) {
        dialog.close()
      }
    })
  }
}

/** Scrolls a dialog back to the top of the row that its heading cuts. */
function showWholeRow(dialog: HTMLDialogElement): void {
  const heading = dialog.querySelector('thead th') ?? element('header', dialog)
  const edge = heading.getBoundingClientRect().bottom
  for (const row of dialog.querySelectorAll('tbody tr')) {
    const { top, bottom } = row.getBoundingClientRect()
    if (top < edge && bottom > edge) dialog.scrollTop -= edge - top
  }
}

/** Opens the contents with the current slide marked and in view, below the name of its part. */
export function openContents(slide: string): void {
  const dialog = openDialog('contents')
  for (const link of dialog.querySelectorAll('a')) {
    if (link.hash === `#${slide}`) {
      link.setAttribute('aria-current', 'page')
      link.closest('tbody')?.scrollIntoView()
      link.focus()
      showWholeRow(dialog)
    } else {
      link.removeAttribute('aria-current')
    }
  }
}
