import { longestPoint, type PointerPost, pointerPostIn } from '../../model/talk/pointed.ts'
import { type Access, presenterOnly } from '../access.ts'
import { bodyOf, Refusal } from '../answer.ts'
import { superseded } from './live.ts'
import type { Handler } from './route.ts'

/**
 * POST `/live/pointer`: where a paired presenter points, answered with nothing. Too many are no fault:
 * the newest is sent on.
 */
export const pointerRoute =
  (take: (post: PointerPost) => boolean, access: Access): Handler =>
  async (request, response) => {
    presenterOnly(request, access)
    const post = pointerPostIn(await bodyOf(request, longestPoint))
    if (!post) throw new Refusal(400, 'Yêu cầu không hợp lệ.')
    if (!take(post)) throw new Refusal(409, superseded)
    response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
  }
