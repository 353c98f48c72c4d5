import { isRead } from './narrow.ts'
import type { Stage } from './stage/reveal.ts'

const attributes = ['hidden', 'aria-hidden', 'inert'] as const

/**
 * Shows all slides while the browser prints, because reveal.js hides most: a hidden slide prints as
 * a blank page, and one hidden from assistive technology loses its tags and its bookmark.
 */
export function showAllForPrint({ sections, near }: Stage): void {
  let restore: (() => void)[] = []
  addEventListener('beforeprint', () => {
    // An open one makes everything else inert, which costs tags and bookmarks too.
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
      dialog.close()
    near.showAll(true)
    restore = sections.flatMap((section) => {
      const { display } = section.style
      section.style.display = ''
      return [
        () => {
          section.style.display = display
        },
        ...attributes.map((name) => {
          const value = section.getAttribute(name)
          section.removeAttribute(name)
          return () => {
            if (value !== null) section.setAttribute(name, value)
          }
        }),
      ]
    })
  })
  addEventListener('afterprint', () => {
    for (const put of restore) put()
    restore = []
    near.showAll(isRead())
  })
}
