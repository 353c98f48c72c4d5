import type { RunningOrder } from '../../model/deck/running-order.ts'
import { ownPostIn } from '../../model/talk/own-slides.ts'
import { longestOwn, type OwnAnswer } from '../../model/talk/relay-protocol.ts'
import { type Access, ownPageOnly, presenterOnly } from '../access.ts'
import { answer, bodyOf, Refusal } from '../answer.ts'
import type { LivePresentation } from '../live-presentation.ts'
import { sentOf } from '../state/own-pool.ts'
import { superseded } from './live.ts'
import type { Handler } from './route.ts'

/** POST `/live/own-slides`: a paired presenter's own slides, before it names them in its view. */
export const offerRoute =
  (live: LivePresentation, access: Access, runningOrder: RunningOrder): Handler =>
  async (request, response) => {
    presenterOnly(request, access)
    const post = ownPostIn(runningOrder, await bodyOf(request, longestOwn))
    if (!post) throw new Refusal(422, 'Trang riêng không hợp lệ với bộ trang chiếu của máy chủ.')
    const hash = await live.offer(post.own, post.lease)
    if (!hash) throw new Refusal(409, superseded)
    const held: OwnAnswer = { hash }
    answer(response, held)
  }

/**
 * GET `/live/own-slides?HASH`: the own slides that are presented. No browser or proxy may store them:
 * they are lent for the time of the talk.
 */
export const ownRoute =
  (live: LivePresentation): Handler =>
  (request, response) => {
    ownPageOnly(request)
    const [, hash = ''] = (request.url ?? '').split('?')
    const own = live.own(hash)
    if (!own) throw new Refusal(404, 'Không có trang riêng nào như vậy đang trình bày.')
    answer(response, sentOf(own).json)
  }
