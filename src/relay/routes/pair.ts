import type { IncomingMessage } from 'node:http'
import {
  handedIn,
  type LentCode,
  longestHanded,
  pairingCodeIn,
} from '../../model/talk/relay-protocol.ts'
import { type Access, ownPageOnly, presenterOnly } from '../access.ts'
import { answer, bodyOf, Refusal } from '../answer.ts'
import type { Handover } from '../pairing/handover.ts'
import type { Pairing } from '../pairing/pairing.ts'
import { cookieOf, tokensOf } from '../visitor.ts'
import type { Handler } from './route.ts'

/**
 * POST `/live/pair`: exchanges a code for a token, in the answer and as a cookie, which is `Secure`
 * if the request came by TLS. With a lent code comes what was handed over with it.
 */
export const pairRoute =
  (
    keys: Pairing,
    access: Access,
    handedOver: Handover,
    isSecure: (request: IncomingMessage) => boolean,
  ): Handler =>
  async (request, response) => {
    ownPageOnly(request)
    const network = access.networkOf(request)
    // Codes are short enough to type, so guessing is limited before the body is read.
    access.refuseGuesser(network)
    const code = pairingCodeIn(await bodyOf(request))
    if (code === undefined) throw new Refusal(400, 'Yêu cầu không hợp lệ.')
    // Other guesses of this network may have arrived while the body was read.
    access.refuseGuesser(network)
    const token = await keys.pair(code)
    if (!token) {
      access.countGuess(network)
      throw new Refusal(
        403,
        'Mã không đúng hoặc đã dùng rồi. Xem mã mới ở cửa sổ đang chạy máy chủ.',
      )
    }
    const secure = isSecure(request)
    // Expire the cookies of this browser's earlier pairings.
    const old = tokensOf(request).filter(keys.holds)
    const cookies = [cookieOf(token, secure), ...old.map((each) => cookieOf(each, secure, 0))]
    const handed = handedOver.take(code)
    answer(response, { token, handed }, { 'Set-Cookie': cookies })
  }

/** How long a lent code can be used, in seconds: time to take out a phone and open its camera. */
const lifetime = 120

/**
 * POST `/live/pair/code`: lends a paired screen a code for another one, such as a phone, and keeps what
 * it hands over to it.
 */
export const lendRoute =
  (keys: Pairing, access: Access, handedOver: Handover): Handler =>
  async (request, response) => {
    presenterOnly(request, access)
    const asked = handedIn(await bodyOf(request, longestHanded))
    if (!asked) throw new Refusal(400, 'Yêu cầu không hợp lệ.')
    const lent: LentCode = { code: await keys.lend(lifetime * 1000), seconds: lifetime }
    if (asked.handed !== undefined) handedOver.keep(lent.code, asked.handed, lifetime * 1000)
    answer(response, lent)
  }

/** GET `/live/pair/lent`: whether the code lent last has been used, for the screen that shows it. */
export const lentRoute =
  (keys: Pairing, access: Access): Handler =>
  (request, response) => {
    presenterOnly(request, access)
    answer(response, { used: keys.lentIsUsed() })
  }
