import { make } from '../ui/dom.ts'
import { sayUnloaded } from '../ui/unloaded.ts'

/**
 * Adds a button to the speaker's tools that opens a dialog to pair a phone. `place` is where it is
 * said that the dialog could not be loaded; `handOver` gives what the phone takes over.
 */
export function offerPhone(
  tools: HTMLElement,
  place: HTMLElement,
  handOver: () => Promise<string>,
): void {
  const button = make('button', { type: 'button' }, 'Ghép điện thoại')
  button.addEventListener('click', () => {
    import('./phone-dialog.ts').then(
      ({ openPhoneDialog }) => openPhoneDialog(handOver),
      () => sayUnloaded(place, 'Chưa ghép được điện thoại'),
    )
  })
  tools.append(button)
}
