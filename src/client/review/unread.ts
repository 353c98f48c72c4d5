import { historyOf, storedHistory } from '../../model/version/history.ts'
import { original } from '../../model/version/version.ts'
import { fileOf } from '../../model/version/version-file.ts'
import { preference } from '../browser/preference.ts'
import { openDialog } from '../ui/dialogs.ts'
import { element, make } from '../ui/dom.ts'
import type { Unread } from '../version/apply.ts'
import { saveFile } from '../version-editor/save.ts'
import type { EditorStore } from '../version-editor/store.ts'

const words = {
  whole:
    'Bản riêng trên máy này không mở được ở bộ trang chiếu này, có thể vì được lưu từ bản mới hơn. Trang này hiện bản gốc và không sửa được; bản ấy vẫn còn nguyên. Tải về để giữ rồi mới trả về bản gốc.',
  partly:
    'Bản riêng trên máy này có phần không dùng được ở bộ trang chiếu này. Khi sửa, các phần ấy mất; muốn giữ thì tải bản ấy về trước.',
} as const

/**
 * Shows what cannot be used of the stored version, offers it as a file as it is stored, and then, if
 * nothing of it can be used, the deck as published in its place. Opens by itself until it was closed
 * once for these reasons. Returns a function that shows it again.
 */
export function offerUnread(
  { isWhole, problems }: Unread,
  version: unknown,
  deck: string,
  store: EditorStore,
): () => void {
  const dialog = element('#unread')
  const restore = element('.restore', dialog)
  element('.found', dialog).textContent = isWhole ? words.whole : words.partly
  element('.problems', dialog).replaceChildren(...problems.map((one) => make('li', {}, one)))
  restore.hidden = true
  element('.download', dialog).addEventListener('click', () => {
    saveFile('ban-rieng.json', `${JSON.stringify(version, null, 2)}\n`, 'application/json')
    restore.hidden = !isWhole
  })
  restore.addEventListener('click', async () => {
    await store.keep({
      version: JSON.parse(fileOf(deck, original)),
      isOriginal: true,
      history: storedHistory(deck, historyOf(original)),
    })
    location.reload()
  })
  const show = () => void openDialog('unread')
  const again = element('.version-editor .unused')
  again.hidden = false
  again.addEventListener('click', show)
  // By itself it opens once: whoever has closed it knows the reasons.
  const closed = preference('chua-dung-duoc')
  const reasons = [deck, ...problems].join('\n')
  dialog.addEventListener('close', () => closed.write(reasons))
  if (closed.read() !== reasons) show()
  return show
}
