import type { Addresses } from '../../model/talk/relay-protocol.ts'
import { type Access, ownPageOnly } from '../access.ts'
import { answer } from '../answer.ts'
import type { Handler } from './route.ts'

/**
 * GET `/live/addresses`: where other machines reach this relay, for a paired browser on the relay's own
 * machine, whose address for it is of no use to them. Others are told none.
 */
export const addressesRoute =
  (addresses: () => readonly string[] = () => [], access: Access): Handler =>
  (request, response) => {
    ownPageOnly(request)
    const told: Addresses = { addresses: access.isPaired(request) ? addresses() : [] }
    answer(response, told)
  }
