import { original } from '../model/version.ts'
import { isSame } from '../model/version-file.ts'
import { offerToAudience } from './audience.ts'
import { copy, fill } from './clipboard.ts'
import { startDialogs } from './dialogs.ts'
import { element } from './dom.ts'
import { watchFonts } from './fonts.ts'
import type { Actions } from './moves.ts'
import { noticeBoard } from './notice.ts'
import { linesOf, markupOf } from './outline-text.ts'
import { applyToOutline, stopsIn } from './outline-version.ts'
import { printMenu } from './print-menu.ts'
import './runs.ts'
import { schemeSwitch } from './scheme.ts'
import { isPacked } from './scope.ts'
import { obeyButtons } from './toolbar.ts'
import {
  followChanges,
  isKept,
  sayIfSlow,
  stillReading,
  versionShelf,
  withoutNotes,
} from './version.ts'

/** Starts the page of the outline: to read, to print, to copy into a word processor. */
export async function outline(): Promise<void> {
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  offerToAudience()
  const text = element('.outline')
  const shelf = versionShelf(() => undefined)
  element('.lectern nav').hidden = false
  const actions: Actions = {
    print: printMenu(),
    scheme: schemeSwitch(document.documentElement, element('[data-command="scheme"]')),
  }
  obeyButtons(element('.lectern'), (command) => actions[command]?.())
  startDialogs(() => {})
  const formats = () => ({ 'text/plain': linesOf(text), 'text/html': markupOf(text) })
  let read = isKept() === false
  element('.copy').addEventListener('click', async () => {
    // Not what is to be hidden: that is not known yet.
    if (!read) return say(stillReading)
    const done = await copy(formats())
    if (!done) getSelection()?.selectAllChildren(text)
    say(done ? 'Đã chép đề cương.' : 'Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  })
  document.addEventListener('copy', (event) => {
    // The whole of it, by hand, is copied as by the button.
    const letters = (words: string) => words.replace(/\s+/gu, '')
    if (letters(String(getSelection())).includes(letters(text.innerText))) fill(event, formats())
  })
  const stops = stopsIn(text)
  const find = async () => (await shelf.find(stops)).version
  const finding = find()
  void sayIfSlow(finding, say)
  const version = await finding
  read = true
  followChanges(async () => !isSame(withoutNotes(version), withoutNotes(await find())))
  if (!isSame(version, original)) applyToOutline(version, text)
}

if (!isPacked) void outline()
