import { type Position, positionIn } from '../../model/deck/running-order.ts'
import { asRecord } from '../../model/record.ts'
import type { OwnPost, OwnSlides } from '../../model/talk/own-slides.ts'
import type { Pointed } from '../../model/talk/pointed.ts'
import {
  type AudienceState,
  audienceStateIn,
  ownAnswerIn,
  type PresenterPost,
  presenterAnswerIn,
  slowestAnswer,
  viewOf,
} from '../../model/talk/relay-protocol.ts'
import { looksAlike, shownOf } from '../../model/talk/view.ts'
import { isOwnId } from '../../model/version/version.ts'
import { preference } from '../browser/preference.ts'
import type { Session } from '../session/session.ts'
import { setText, stateLine } from '../ui/dom.ts'
import { type Mirror, mirror } from './mirror.ts'
import { pairing } from './paired.ts'
import { pointerToRelay } from './point.ts'

/** The lease that this machine had last, and the last change that was acknowledged. */
const kept = preference('phat-truc-tiep quyen')

/** How often the state is sent again, in ms, in case the relay lost it. */
const again = 10_000

/**
 * How soon it is sent when the relay seems to have heard of another machine, or to have lost its state,
 * in ms; another window of this one, which moves with this, is as likely.
 */
const soon = 500

/**
 * How long an answer may take at first, in ms; up to `slowestAnswer` where the line has turned out to
 * be slow. While one is awaited, nothing else is sent.
 */
const usual = 5000

/** The pause before trying again without an answer, in ms. */
const pause = 2000

/** The status that says that the relay does not have the own slides that a view names. */
const lacking = 428

const lostWords = 'Mất kết nối với máy chủ phát trực tiếp – đang nối lại'

const troubles: Readonly<Record<number, string>> = {
  401: 'Máy này chưa ghép với máy chủ phát trực tiếp. Ghép lại bằng mã mới.',
  409: 'Máy khác đang trình bày, màn hình này đi theo. Bấm “Tiếp quản” để trình bày từ máy này.',
  422: 'Bộ trang chiếu của người xem không có trang này; họ vẫn thấy trang trước.',
}

/** The message for a refusal: ours, or the relay's own. */
async function wordsOf(answer: Response): Promise<string> {
  const { status, headers } = answer
  if (troubles[status]) return troubles[status]
  if (status >= 500) return lostWords
  const own = headers.get('Content-Type') === 'text/plain; charset=utf-8'
  const words = own ? (await answer.text()).trim() : ''
  return words || `Máy chủ phát trực tiếp trả lời lỗi ${status} – đang thử lại`
}

/** Reads an answer of the relay. Anything else, such as a proxy's page, is thrown, as if none came. */
async function readBy<T>(read: (value: unknown) => T | undefined, answer: Response): Promise<T> {
  const value = read(await answer.json())
  if (!value) throw answer
  return value
}

/**
 * Sends this machine's view to the relay, and shows below the speaker screen how that goes. `own` are
 * the own slides among those that it shows, which viewers get for the time of the talk. Returns a
 * function that sends where the presenter points.
 */
export function broadcast(
  session: Session,
  place: HTMLElement,
  own?: OwnSlides,
): (pointed: Pointed) => void {
  const [words, take] = stateLine('Tiếp quản')
  words.className = 'live-state'
  take.hidden = true
  place.append(words, take)

  let [lease, seq] = (kept.read() ?? '').split(' ').map((word) => Number(word) || undefined)
  let patience = usual
  let busy = false
  let changed = false
  /** Whether a relay has ever answered. */
  let heard = false
  /** Whether to stop sending: another machine presents, or this one may not. */
  let silent = false
  /** Why the relay refused the last state. */
  let refusal = ''
  /** The hash of the own slides, once the relay has them. */
  let hash: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the relay tells of who presents, once it has answered. */
  let watch: Mirror | undefined

  const say = (text: string, troubled = true) => {
    setText(words, text)
    words.classList.toggle('lost', troubled)
    take.hidden = !silent
  }
  const ask = (path: string, init?: RequestInit) =>
    fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) })

  const post = (path: string, body: PresenterPost | OwnPost) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  /**
   * Sends the own slides, unless the relay has them. Resolves with the status of an answer that ends
   * the broadcast; if the own slides alone are refused, the talk goes on without them.
   */
  const lend = async (): Promise<number> => {
    if (!own || hash) return 200
    const answer = await post('live/own-slides', { own, lease })
    if (answer.ok) hash = (await readBy(ownAnswerIn, answer)).hash
    if (answer.status !== 401 && answer.status !== 409) return 200
    refusal = await wordsOf(answer)
    return answer.status
  }

  const tell = async (isLast = false): Promise<number> => {
    const refused = await lend()
    if (refused !== 200) return refused
    const { slide, step, screen } = session.view
    const shown = shownOf(session.view)
    const view = { slide, step, ...shown, ...(screen !== 'waiting' && { starts: undefined }) }
    const answer = await post('live', { ...view, lease, seq, own: hash })
    if (answer.status === lacking && !isLast) {
      // The relay was started again.
      hash = undefined
      return tell(true)
    }
    if (!answer.ok) {
      refusal = await wordsOf(answer)
      return answer.status
    }
    const got = await readBy(presenterAnswerIn, answer)
    heard = true
    lease = got.lease
    seq = got.seq
    kept.write(`${lease} ${seq}`)
    const viewers = Math.max(got.viewers - (watch?.isOpen() ? 1 : 0), 0)
    const state = `Đang phát trực tiếp: ${viewers} màn hình đang theo`
    const lacks = [
      own && !hash ? 'Người xem chưa có trang riêng' : '',
      got.unwritten ? 'Máy chủ chưa ghi được xuống đĩa' : '',
    ].filter(Boolean)
    say([state, ...lacks].join('. '), lacks.length > 0)
    return answer.status
  }
  /** Where a state is in these slides; an own slide of another version may have the same id. */
  const positionOf = (told: AudienceState) =>
    told.seq === 0 || (isOwnId(told.slide) && told.own !== hash)
      ? undefined
      : positionIn(session.runningOrder, told)
  /** Where the deck's slide is after which an own slide of another machine stands. */
  const positionBefore = async ({ slide, own }: AudienceState): Promise<Position | undefined> => {
    if (!own || !isOwnId(slide)) return undefined
    const answer = await ask(`live/own-slides?${own}`)
    const { slides } = asRecord(answer.ok ? await answer.json() : undefined)
    const all = Array.isArray(slides) ? slides.map(asRecord) : []
    const { after } = all.find(({ id }) => id === slide) ?? {}
    // Its last step: all of it has been said.
    return positionIn(session.runningOrder, { slide: after, step: Number.MAX_SAFE_INTEGER })
  }
  /**
   * Takes over from another machine: goes on at its position, and asks for a new lease. Without a
   * lease nothing else is sent, because that would move the viewers to wherever this window is.
   */
  const takeOver = async (): Promise<number> => {
    const answer = await ask('live/state')
    if (!answer.ok) {
      refusal = await wordsOf(answer)
      return answer.status
    }
    const told = await readBy(audienceStateIn, answer)
    lease = undefined
    silent = false
    // Or it would lead this window back to where it was told of last.
    watch?.follow(false)
    const refused = await lend()
    if (refused !== 200) return refused
    const position = positionOf(told) ?? (await positionBefore(told))
    const view = viewOf(told, position, session.view)
    if (told.seq > 0 && !looksAlike(view, session.view)) session.show(view)
    return tell()
  }
  const send = () => (lease === undefined ? takeOver() : tell())
  /**
   * Sends soon if viewers are told what this one has not sent: another machine presents, or a relay has
   * lost its state, and all who come back to it would see nothing until the next time.
   */
  const suspect = (told: AudienceState) => {
    if (busy || silent || told.seq === (seq ?? 0)) return
    clearTimeout(timer)
    timer = setTimeout(() => void run(send), soon)
  }
  const run = async (act: () => Promise<number>) => {
    clearTimeout(timer)
    changed = busy
    if (busy) return
    busy = true
    const start = performance.now()
    const status = await act().catch(() => 0)
    // Twice the time that this took, which may not have been enough.
    patience = Math.min(Math.max(usual, 2 * (performance.now() - start)), slowestAnswer)
    busy = false
    if (!heard && (status === 404 || status === 405)) {
      // Not a relay any more: forgets the pairing. After a relay has answered, 404 comes from a
      // proxy that has lost it for a moment.
      pairing.write('')
      words.remove()
      take.remove()
      silent = true
      return
    }
    silent = status === 409 || status === 401
    if (status !== 200) say(status === 0 ? lostWords : refusal)
    if (status === 401) take.hidden = true
    if (status === 200 || status === 409) watch ??= mirror(session, positionOf, suspect)
    if (status !== 401) watch?.follow(status === 409)
    if (silent) return
    timer = setTimeout(() => void run(send), changed ? 0 : status === 0 ? pause : again)
  }

  session.onChange((before) => {
    if (!looksAlike(before, session.view) && !silent) void run(send)
  })
  take.addEventListener('click', () => void run(takeOver))
  // The machine that presented last goes on with its own view. A speaker screen opened anew, or
  // superseded, takes over at the position the viewers see.
  void run(async () => {
    const status = await send()
    return status === 409 ? takeOver() : status
  })
  return pointerToRelay(() => (silent ? undefined : lease))
}
