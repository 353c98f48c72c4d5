/** Opens a dialog of the page by its id. What is focused before is focused again after it. */
export const openDialog = (id: string): HTMLDialogElement => {
  const dialog = document.getElementById(id) as HTMLDialogElement
  if (!dialog.open) dialog.showModal()
  return dialog
}

/** Gives every dialog its ways out, and makes its links to slides lead there. */
export function startDialogs(go: (slide: string) => void): void {
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('click', (event) => {
      const { target } = event
      if (!(target instanceof Element)) return
      const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (link) {
        event.preventDefault()
        dialog.close()
        go(link.hash.slice(1))
      } else if (target === dialog || target.closest('.close')) {
        dialog.close()
      }
    })
  }
}

/** Opens the contents with the present slide marked and in view. */
export function openContents(slide: string): void {
  const dialog = openDialog('contents')
  for (const link of dialog.querySelectorAll('a')) {
    if (link.hash === `#${slide}`) {
      link.setAttribute('aria-current', 'page')
      link.focus()
    } else {
      link.removeAttribute('aria-current')
    }
  }
}
