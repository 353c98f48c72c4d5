import type { Command } from '../../../model/talk/command.ts'
import { watchFonts } from '../../browser/fonts.ts'
import { follows } from '../../browser/scope.ts'
import { type Keeping, keepingWords, keepOffline } from '../../offline/offline.ts'
import { element, setText } from '../../ui/dom.ts'
import { startToolbar } from '../../ui/toolbar.ts'

export { watchVersion } from '../../version/show.ts'
export { startControls } from './controls.ts'

/** What the page of the deck needs whether it is read or presented. */
interface Page {
  readonly say: (text: string) => void
  /** Runs a command; a page that is read presents first. */
  readonly obey: (command: Command) => void
  /** Whether a newer deck may replace the page. */
  readonly isIdle: () => boolean
}

/**
 * Shows the toolbar, watches the fonts, and caches the deck for use without a network. The help and
 * the test page show the state; good news needs no notice. `sign` is the event that showed somebody
 * at the window, if any.
 */
export function startPage({ say, obey, isIdle }: Page, sign?: Event): void {
  watchFonts(say)
  startToolbar(element('.toolbar'), document.documentElement, obey, sign)
  const show = (state: Keeping) => setText(element('.offline'), keepingWords[state])
  void keepOffline(show, { idle: isIdle, follows })
}
