import { asRecord } from '../../model/record.ts'
import { windowMessages } from './window-messages.ts'

/** The page that a window shows. */
export type Role = 'deck' | 'speaker'

/**
 * A message to all other windows. `hello` asks for their state; `bye` says that the window closes;
 * `pointer` says where the presenter points, which is no state.
 */
export interface Message {
  readonly kind: 'hello' | 'state' | 'bye' | 'pointer'
  readonly from: string
  readonly role: Role
  /** The state that the sender has; unchecked. */
  readonly shared?: unknown
  /** Where the presenter points; unchecked. */
  readonly pointed?: unknown
}

/** How the windows of one deck exchange messages. */
export interface Channel {
  announce(message: Message): void
  follow(listener: (message: Message) => void): void
}

const isMessage = (value: unknown): value is Message => {
  const { kind, from, role } = asRecord(value)
  return (
    (kind === 'hello' || kind === 'state' || kind === 'bye' || kind === 'pointer') &&
    typeof from === 'string' &&
    (role === 'deck' || role === 'speaker')
  )
}

/** A channel between windows of one browser; drops everything that is not a `Message`. */
export function windowChannel(name: string): Channel {
  const way = windowMessages(name)
  let hello: Message | undefined
  return {
    announce(message) {
      if (message.kind === 'hello') hello = message
      way.send(message)
    },
    follow(listener) {
      way.receive(
        (data) => {
          if (isMessage(data)) listener(data)
        },
        // A window met later did not receive the `hello`: sends it again.
        () => hello && way.send(hello),
      )
    },
  }
}

/** The channel of a window that does not talk to others. */
export const soloChannel: Channel = { announce: () => undefined, follow: () => undefined }
