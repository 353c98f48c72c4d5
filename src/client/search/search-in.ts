import { openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import { sayUnloaded } from '../ui/unloaded.ts'
import type { Pages } from './dialog.ts'

/**
 * Opens the search dialog. What searches is a tenth of the deck's script, so it is loaded when the
 * dialog is opened for the first time.
 */
export function searchIn(pages: Pages): () => void {
  let loaded: Promise<() => void> | undefined
  return () => {
    openDialog('search')
    const dialog = element('#search')
    const input = element<HTMLInputElement>('input', dialog)
    // Before it is loaded: whoever types at once would have their letters selected.
    input.select()
    // Enter that comes before the first answer waits for it.
    const first = new AbortController()
    let isAsked = false
    const ask = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || event.target !== input) return
      event.preventDefault()
      isAsked = true
    }
    dialog.addEventListener('keydown', ask, { signal: first.signal })
    loaded ??= import('./dialog.ts').then(
      ({ searchDialog }) => searchDialog(pages),
      () => {
        sayUnloaded(dialog, 'Chưa tìm được')
        return () => {}
      },
    )
    void loaded.then((answer) => {
      first.abort()
      answer()
      if (isAsked) dialog.querySelector<HTMLElement>('.hits a')?.click()
    })
  }
}
