import { copy } from './clipboard.ts'
import { element } from './dom.ts'
import { watchFonts } from './fonts.ts'
import { noticeBoard } from './notice.ts'
import { linesOf, markupOf } from './outline-text.ts'
import { loadPaperFonts } from './paper.ts'
import { isPacked } from './scope.ts'

/** Starts the page of the outline: to read, to print, to copy into a word processor. */
export function outline(): void {
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  const text = element('.outline')
  element('.lectern nav').hidden = false
  element('[data-print]').addEventListener('click', async () => {
    await loadPaperFonts()
    print()
  })
  element('.copy').addEventListener('click', async () => {
    const done = await copy({ 'text/plain': linesOf(text), 'text/html': markupOf(text) })
    if (!done) getSelection()?.selectAllChildren(text)
    say(done ? 'Đã chép đề cương.' : 'Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  })
}

if (!isPacked) outline()
