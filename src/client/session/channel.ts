import { asRecord } from '../../model/record.ts'
import { windowMessages } from './window-messages.ts'

/** Which of the pages a window shows. */
export type Role = 'deck' | 'speaker'

/** What one window tells all others. `hello` asks for their state; `bye` says that it closes. */
export interface Message {
  readonly kind: 'hello' | 'state' | 'bye'
  readonly from: string
  readonly role: Role
  /** What the window knows; anything, until it is read. */
  readonly shared?: unknown
}

/** The way between the windows of one deck. */
export interface Channel {
  announce(message: Message): void
  follow(listener: (message: Message) => void): void
}

const isMessage = (value: unknown): value is Message => {
  const { kind, from, role } = asRecord(value)
  return (
    (kind === 'hello' || kind === 'state' || kind === 'bye') &&
    typeof from === 'string' &&
    (role === 'deck' || role === 'speaker')
  )
}

/** Between windows of one browser; what is no message is dropped. */
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
        // It could not hear the question when it was asked.
        () => hello && way.send(hello),
      )
    },
  }
}

/** Of a window that keeps to itself. */
export const soloChannel: Channel = { announce: () => undefined, follow: () => undefined }
