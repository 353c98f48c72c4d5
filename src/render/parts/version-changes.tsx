import type { Ways } from '../../model/version/history.ts'
import { Button } from './editor-buttons.tsx'

const capitalised = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)

/** What the version changes, to look through before it is saved; each change can be taken back. */
export const Changes = ({ of }: { of: readonly string[] }) =>
  of.length === 0 ? (
    <p>Chưa thay đổi gì.</p>
  ) : (
    <details open>
      <summary>Đã thay đổi so với bản gốc: {of.length} mục</summary>
      <ul>
        {of.map((words, at) => (
          <li key={words}>
            <span id={`thay-doi-${at}`}>{capitalised(words)}</span>{' '}
            <Button
              does="take-back"
              label="Bỏ thay đổi này"
              row={words}
              describedBy={`thay-doi-${at}`}
            />
          </li>
        ))}
      </ul>
    </details>
  )

/** Undo and redo, with what they would change; both stay in sight while a version is made. */
export const UndoButtons = ({ ways: { undo, redo } }: { ways: Ways }) => (
  <>
    <Button
      does="undo"
      label="Hoàn tác"
      title={undo && `Hoàn tác: ${undo} (Ctrl+Z)`}
      disabled={!undo}
    />{' '}
    <Button
      does="redo"
      label="Làm lại"
      title={redo && `Làm lại: ${redo} (Ctrl+Y)`}
      disabled={!redo}
    />{' '}
    <span aria-hidden="true">{undo && `Vừa rồi: ${undo}`}</span>
  </>
)
