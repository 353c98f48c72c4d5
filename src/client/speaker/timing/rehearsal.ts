import { clock } from '../../../model/talk/duration.ts'
import { total } from '../../../model/talk/talk.ts'
import type { Planned } from '../../../model/timing/pace.ts'
import { rehearsedSeconds } from '../../../model/timing/rehearsal.ts'
import type { Session } from '../../session/session.ts'
import { openDialog } from '../../ui/dialogs.ts'
import { element, setText } from '../../ui/dom.ts'
import { showOwnChange } from '../../version/news.ts'
import { planTimes } from '../../version/plan-times.ts'
import { fillTable } from './times.ts'

/** The runs whose times can be taken, as a talk names them. */
const runs = ['spent', 'before'] as const

/** What the dialog needs to know of the plan. */
interface Setting {
  readonly planned: Planned
  /** Whether the version plans the times of slides already. */
  readonly isRehearsed: boolean
}

/**
 * The dialog that shows what the times of a run would plan for each slide, and puts them into the
 * private version. Returns whether there are any, and the function that opens it.
 */
export function rehearsal(
  session: Session,
  { planned, isRehearsed }: Setting,
): { readonly isThere: () => boolean; readonly open: () => void } {
  const dialog = element('#rehearsal')
  const state = element('[role="status"]', dialog)
  const table = element<HTMLTableElement>('table', dialog)
  const radio = (run: string) => element<HTMLInputElement>(`[value="${run}"]`, dialog)
  const secondsOf = (run: (typeof runs)[number]) =>
    rehearsedSeconds(session.runningOrder, session.talk[run], planned)
  const there = () => runs.filter((run) => Object.keys(secondsOf(run)).length > 0)
  const chosen = () => secondsOf(runs.find((run) => radio(run).checked) ?? 'spent')
  const draw = () => {
    const seconds = chosen()
    const { runningOrder } = session
    const rows = runningOrder.map(({ id, name, seconds: before }, at) => ({
      name: `${at + 1}. ${name}`,
      times: [before, seconds[id] ?? before],
    }))
    const sums = [0, 1].map((at) => rows.reduce((sum, { times }) => sum + (times[at] ?? 0), 0))
    const shown = [...rows, { name: 'Trình bày', times: sums }].map(({ name, times }) => [
      name,
      ...times.map((time) => clock(time * 1000)),
    ])
    fillTable(table, ['Trang', 'Dự kiến', 'Buổi tập'], shown)
  }
  /** Stores what is planned from now on, and shows it. */
  const take = async (seconds: Readonly<Record<string, number>> | undefined) => {
    // The disk may be slow.
    setText(state, 'Đang lưu…')
    const kept = await planTimes(seconds).catch(() => undefined)
    if (kept) showOwnChange()
    setText(
      state,
      kept
        ? 'Đã lưu. Thời lượng mới hiện ngay, hoặc khi màn chiếu thoát toàn màn hình.'
        : kept === false
          ? 'Không lưu được trên máy này.'
          : 'Chưa tải được phần hiện bản riêng. Kiểm tra mạng rồi bấm lại.',
    )
  }
  dialog.addEventListener('input', draw)
  element('.use', dialog).addEventListener('click', () => void take(chosen()))
  element('.forget', dialog).addEventListener('click', () => void take(undefined))
  element('.limited', dialog).hidden = !planned.isLimited
  element('.forget', dialog).hidden = !isRehearsed
  return {
    isThere: () => isRehearsed || there().length > 0,
    open() {
      state.textContent = ''
      const [first, ...others] = there()
      element('.runs', dialog).hidden = others.length === 0
      element('.use', dialog).hidden = !first
      // The longer of two is a whole run.
      const { talk } = session
      const longest = total(talk.before) > total(talk.spent) ? 'before' : 'spent'
      radio(others.length > 0 ? longest : (first ?? 'spent')).checked = true
      draw()
      openDialog('rehearsal')
    },
  }
}
