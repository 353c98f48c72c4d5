import { copy, fill } from '../browser/clipboard.ts'
import { watchFonts } from '../browser/fonts.ts'
import { offerToAudience } from '../live/audience.ts'
import type { Actions } from '../session/navigation.ts'
import { startDialogs } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import { noticeBoard } from '../ui/notice.ts'
import { printMenu } from '../ui/print-menu.ts'
import { linesOf, markupOf } from './text.ts'
import '../ui/script-runs.ts'
import { isPacked } from '../browser/scope.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { obeyButtons } from '../ui/toolbar.ts'
import { isKept } from '../version/carried.ts'
import { keepFromDrops } from '../version/dropped.ts'
import { showVersion, stillReading } from '../version/show.ts'

/** Starts the outline page, where the outline is read, printed or copied into a word processor. */
export async function outline(): Promise<void> {
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  offerToAudience()
  const text = element('.outline')
  element('.page-header nav').hidden = false
  const actions: Actions = {
    print: printMenu(),
    scheme: schemeSwitch(document.documentElement, element('[data-command="scheme"]')),
  }
  obeyButtons(element('.page-header'), (command) => actions[command]?.())
  startDialogs(() => {})
  keepFromDrops()
  const formats = () => ({ 'text/plain': linesOf(text), 'text/html': markupOf(text) })
  let read = isKept() === false
  element('.copy').addEventListener('click', async () => {
    // Until the private version was read, it is not known which slides it hides.
    if (!read) return say(stillReading)
    const done = await copy(formats())
    if (!done) getSelection()?.selectAllChildren(text)
    say(done ? 'Đã chép đề cương.' : 'Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  })
  document.addEventListener('copy', (event) => {
    // If the whole outline is selected, Ctrl+C copies the same as the button.
    const letters = (words: string) => words.replace(/\s+/gu, '')
    if (letters(String(getSelection())).includes(letters(text.innerText))) fill(event, formats())
  })
  await showVersion({ waits: true, say })
  read = true
}

if (!isPacked) void outline()
