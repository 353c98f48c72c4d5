import { asRecord } from '../../model/record.ts'
import { type LentCode, lentCodeIn, slowestAnswer } from '../../model/talk/relay-protocol.ts'
import { make } from '../ui/dom.ts'

/** What draws codes, in a piece of its own that the deck's waiting slide loads too. */
type Reach = typeof import('./reach.ts')

/** How often it is asked whether the code on the screen has been used, in ms. */
const look = 2000

/** Whether the code lent last has been used. */
async function isPaired(): Promise<boolean> {
  const init = { cache: 'no-store', signal: AbortSignal.timeout(slowestAnswer) } as const
  const answer = await fetch('live/pair/lent', init)
  return answer.ok && asRecord(await answer.json()).used === true
}

const unreachable = () =>
  `Màn hình này đang mở ở địa chỉ “${location.hostname}”, chỉ máy này vào được. Mở lại màn hình bằng địa chỉ mà máy chủ in ra cho các máy khác, rồi ghép; chưa có địa chỉ ấy thì chạy lại máy chủ với --host 0.0.0.0. Bản riêng không tự sang địa chỉ khác: lưu ra tệp trước, rồi mở tệp ở đó.`

/**
 * Asks the relay for a code, which it withdraws after a while, and leaves with it what is handed
 * over.
 */
async function askForCode(handed: string): Promise<LentCode> {
  const answer = await fetch('live/pair/code', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ handed }),
    cache: 'no-store',
    signal: AbortSignal.timeout(slowestAnswer),
  })
  const lent = answer.ok ? lentCodeIn(await answer.json()) : undefined
  if (!lent) throw answer
  return lent
}

/**
 * The dialog, empty: a heading as all dialogs have, a state that is read out, and a way to ask
 * again.
 */
function makeDialog() {
  const title = make('h2', { id: 'pair-phone-title' }, 'Ghép điện thoại')
  const dialog = make('dialog', { id: 'pair-phone' })
  const close = make('button', { type: 'button', className: 'close' }, 'Đóng')
  const state = make('p')
  const again = make('button', { type: 'button' }, 'Lấy mã mới')
  const content = make('div', { className: 'code' })
  dialog.setAttribute('aria-labelledby', title.id)
  state.setAttribute('role', 'status')
  dialog.append(make('header', {}, title, close), content, state, make('p', {}, again))
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target === close) dialog.close()
  })
  document.body.append(dialog)
  return { dialog, content, state, again }
}

let made: ReturnType<typeof makeDialog> | undefined

/**
 * Opens the dialog by which a phone is paired. A code is lent by the relay each time; nothing of it
 * stays on the page after it has expired, or after the dialog was closed. `handOver`: see `offerPhone`.
 */
export function openPhoneDialog(handOver: () => Promise<string>): void {
  made ??= makeDialog()
  const { dialog, content, state, again } = made
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    clearTimeout(looking)
  }
  const say = (text: string, canAsk: boolean) => {
    content.replaceChildren()
    state.textContent = text
    again.hidden = !canAsk
  }
  /** Says that a phone has paired, once one has: this screen is not the one that is looked at then. */
  const watch = () => {
    looking = setTimeout(async () => {
      const code = content.firstChild
      const isThere = await isPaired().catch(() => false)
      // Closed meanwhile, or another code is shown.
      if (!code || content.firstChild !== code) return
      if (!isThere) return watch()
      stop()
      say('Đã ghép. Điện thoại điều khiển buổi trình bày, màn hình này đi theo.', false)
    }, look)
  }
  const show = ({ qrPicture }: Reach, home: string, { code, seconds }: LentCode) => {
    const page = new URL('live/pair', home).href
    const link = `${page}#${code}`
    say('', false)
    content.append(
      qrPicture(link, 'Mã QR của liên kết ghép'),
      make(
        'div',
        {},
        make(
          'p',
          {},
          make('strong', {}, 'Chỉ dành cho điện thoại của báo cáo viên.'),
          ' Máy nào quét mã này thì điều khiển được buổi trình bày.',
        ),
        make('p', {}, 'Nối điện thoại vào cùng mạng, rồi quét bằng máy ảnh.'),
        make('p', {}, 'Hoặc mở ', make('b', {}, page), ' rồi gõ mã ', make('b', {}, code)),
        make('p', {}, 'Khi ghép, bản riêng và đồng hồ ở màn hình này chuyển sang điện thoại.'),
      ),
    )
    state.textContent = `Mã dùng một lần, hết hạn sau ${Math.round(seconds / 60)} phút.`
    timer = setTimeout(() => {
      stop()
      say('Mã đã hết hạn.', true)
    }, seconds * 1000)
    watch()
  }
  /** Asks at which address phones reach this machine, and goes on with that one. */
  const offer = ({ choose }: Reach, addresses: readonly string[]) => {
    say('', false)
    const buttons = addresses.map((home) => {
      const button = make('button', { type: 'button' }, new URL(home).host)
      button.onclick = () => {
        choose(home)
        void ask(home)
      }
      return make('p', {}, button)
    })
    content.append(
      make(
        'div',
        {},
        make(
          'p',
          {},
          'Máy này ở nhiều mạng. Chọn địa chỉ thuộc mạng mà điện thoại và người theo dõi đang dùng:',
        ),
        ...buttons,
      ),
    )
  }
  const ask = async (chosen?: string) => {
    stop()
    say('Đang lấy mã…', false)
    try {
      const reach = await import('./reach.ts')
      const addresses = await reach.reachable(chosen === undefined)
      const home = addresses.length > 1 ? chosen : addresses[0]
      if (addresses.length === 0) return say(unreachable(), false)
      if (home === undefined) return offer(reach, addresses)
      const lent = await askForCode(await handOver())
      if (dialog.open) show(reach, home, lent)
    } catch {
      say('Chưa lấy được mã. Kiểm tra mạng rồi thử lại.', true)
    }
  }
  again.onclick = () => void ask()
  dialog.onclose = () => {
    stop()
    say('', false)
  }
  if (!dialog.open) dialog.showModal()
  void ask()
}
