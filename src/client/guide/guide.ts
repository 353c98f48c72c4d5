import { isPacked } from '../browser/scope.ts'
import { offerToAudience } from '../live/audience.ts'
import { element } from '../ui/dom.ts'
import '../ui/script-runs.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { obeyButtons } from '../ui/toolbar.ts'

/** Starts the speaker's guide: it is read in the deck's scheme, and printed. */
export function guide(): void {
  offerToAudience()
  const header = element('.page-header')
  element('nav', header).hidden = false
  const scheme = schemeSwitch(document.documentElement, element('[data-command="scheme"]'))
  obeyButtons(header, (command) => {
    if (command === 'scheme') scheme()
  })
  element('[data-print]').addEventListener('click', () => print())
}

if (!isPacked) guide()
