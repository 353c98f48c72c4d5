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
    // Before it is loaded: whoever types at once would have their letters selected.
    element<HTMLInputElement>('#search input').select()
    loaded ??= import('./dialog.ts').then(
      ({ searchDialog }) => searchDialog(pages),
      () => {
        sayUnloaded(element('#search'), 'Chưa tìm được')
        return () => {}
      },
    )
    void loaded.then((answer) => answer())
  }
}
