import { type PresenterAnswer, presenterPostIn } from '../../model/talk/relay-protocol.ts'
import { type Access, ownPageOnly, presenterOnly } from '../access.ts'
import { answer, bodyOf, Refusal } from '../answer.ts'
import type { LivePresentation } from '../live-presentation.ts'
import type { Counts, Handler } from './route.ts'

/** GET `/live`: an event stream with each state. */
export const followRoute =
  (live: LivePresentation, access: Access, counts: Counts): Handler =>
  (request, { socket }) => {
    ownPageOnly(request)
    const chunked = request.httpVersion !== '1.0'
    // A pipelined request has no socket until the one before it is answered; browsers do not pipeline.
    if (socket && live.viewers.admit(socket, access.networkOf(request), chunked)) return
    counts.full++
    // Closes the connection as well: otherwise it would count against the limit on open
    // connections.
    throw new Refusal(503, 'Đã đủ người xem. Thử lại sau một phút.', {
      'Retry-After': '60',
      Connection: 'close',
    })
  }

/** GET `/live/state`: the state once, for browsers whose stream does not get through. */
export const stateRoute =
  (live: LivePresentation): Handler =>
  (request, response) => {
    ownPageOnly(request)
    const state = live.state()
    const tag = `"${state.epoch}.${state.seq}${state.lost ? '.lost' : ''}"`
    const cached = { ETag: tag, 'Cache-Control': 'no-cache' }
    if (request.headers['if-none-match'] === tag) response.writeHead(304, cached).end()
    else answer(response, state, cached)
  }

/** Why a presenter is refused whom another has superseded. */
export const superseded = 'Máy khác đang trình bày.'

/** POST `/live`: a paired presenter's view. */
export const presentRoute =
  (live: LivePresentation, access: Access, counts: Counts): Handler =>
  async (request, response) => {
    presenterOnly(request, access)
    const post = presenterPostIn(await bodyOf(request))
    if (!post) throw new Refusal(400, 'Yêu cầu không hợp lệ.')
    const outcome = await live.publish(post)
    if (outcome.kind === 'unknown') throw new Refusal(422, 'Bộ trang chiếu không có trang này.')
    if (outcome.kind === 'superseded') throw new Refusal(409, superseded)
    if (outcome.kind === 'lacking') throw new Refusal(428, 'Máy chủ chưa có các trang riêng này.')
    if (outcome.kind === 'changed') counts.published++
    const { lease, seq } = outcome.presentation
    const held: PresenterAnswer = { lease, seq, viewers: live.everywhere() }
    answer(response, { ...held, ...(live.isUnwritten() && { unwritten: true }) })
  }
