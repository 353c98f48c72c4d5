import { clock } from '../../../model/talk/duration.ts'
import type { Planned } from '../../../model/timing/pace.ts'
import { type TimesRow, timesTable } from '../../../model/timing/times-table.ts'
import { copy } from '../../browser/clipboard.ts'
import type { Session } from '../../session/session.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { element, make, setText } from '../../ui/dom.ts'

/** The names of the columns, in order. */
const names = { planned: 'Dự kiến', now: 'Lần này', before: 'Lần trước' } as const

type Column = keyof typeof names

/** A row of cells, the first of which is its heading. */
const rowWith = ([name = '', ...texts]: readonly string[]): HTMLTableRowElement =>
  make('tr', {}, make('th', { scope: 'row' }, name), ...texts.map((text) => make('td', {}, text)))

/** Fills a table with rows of cells, the last of which are sums. */
export function fillTable(
  table: HTMLTableElement,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const columns = head.map((text) => make('th', { scope: 'col' }, text))
  table.replaceChildren(
    make('thead', {}, make('tr', {}, ...columns)),
    make('tbody', {}, ...rows.slice(0, -1).map(rowWith)),
    make('tfoot', {}, ...rows.slice(-1).map(rowWith)),
  )
}

/** Shows the times of a talk; a column for a run that did not take place is left out. */
function showTimes(table: HTMLTableElement, session: Session, planned: Planned): void {
  const { talk, counted, runningOrder } = session
  // A talk that stands is compared with its plan as it was when it stopped.
  const { rows, sum } = timesTable(runningOrder, talk.running ? counted : talk, planned)
  const columns: readonly Column[] = [
    'planned',
    ...(['now', 'before'] as const).filter((column) => sum[column] > 0),
  ]
  const time = (seconds: number) => (seconds > 0 ? clock(seconds * 1000) : '–')
  const cellsOf = (row: TimesRow) => [row.name, ...columns.map((column) => time(row[column]))]
  const head = ['Phần', ...columns.map((column) => names[column])]
  fillTable(table, head, [...rows, sum].map(cellsOf))
}

/** The table as text, its columns divided by tabs. */
const textOf = (table: HTMLTableElement): string =>
  [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join('\t')).join('\n')

/**
 * The dialog that shows how long each part took; returns the command that opens it. `taking` plans a
 * talk by its times.
 */
export function spentTimes(
  session: Session,
  planned: Planned,
  taking: { readonly isThere: () => boolean; readonly open: () => void },
): () => void {
  const dialog = element('#times')
  const table = element<HTMLTableElement>('table', dialog)
  const rehearse = element('.rehearsed', dialog)
  rehearse.addEventListener('click', () => {
    openDialog('times').close()
    taking.open()
  })
  const state = element('[role="status"]', dialog)
  element('.copy', dialog).addEventListener('click', async () => {
    const done = await copy({ 'text/plain': textOf(table), 'text/html': table.outerHTML })
    if (!done) getSelection()?.selectAllChildren(table)
    setText(state, done ? 'Đã chép bảng.' : 'Chưa chép được. Bấm Ctrl+C để chép phần đã chọn.')
  })
  return () => {
    state.textContent = ''
    showTimes(table, session, planned)
    rehearse.hidden = !taking.isThere()
    openDialog('times')
  }
}
