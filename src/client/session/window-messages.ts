import { asRecord } from '../../model/record.ts'
import { isLocal } from '../browser/scope.ts'

/** Carries any data between the windows that use one name; receivers must check it. */
export interface WindowMessages {
  send(data: unknown): void
  /** `meet` is called after the first message, of any name, from a window not reachable before. */
  receive(listener: (data: unknown) => void, meet?: () => void): void
}

/**
 * Windows that get messages directly: the opener of this one, and those it opened that wrote to it.
 */
const kin = new Set<Window>()

/** Whether one window opened the other: `opener` can be read even across origins. */
const isKin = (source: MessageEventSource | null): source is Window =>
  source !== null && (source === opener || ('opener' in source && source.opener === window))

/** Whether a message comes from a page opened from a disk, as this one was. */
const isFromFile = ({ origin }: MessageEvent): boolean => origin === 'null' || origin === 'file://'

/** A BroadcastChannel; undefined where it is forbidden, as storage may be. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/**
 * Messages between windows of one browser. From `file://` some browsers give each window an origin
 * of its own, which a `BroadcastChannel` does not cross: there messages also go to the window that
 * opened this one and to those it opened, so they may arrive twice.
 */
export function windowMessages(name: string): WindowMessages {
  const channel = openChannel(name)
  if (isLocal && opener) kin.add(opener)
  return {
    send(data) {
      channel?.postMessage(data)
      for (const window of kin) {
        // One that seems closed may only be reloading, and would not know to whom to write first.
        // Such an origin has no name that could be the target.
        if (!window.closed) window.postMessage({ channel: name, data }, '*')
      }
    },
    receive(listener, meet) {
      const met = new Set<Window>()
      channel?.addEventListener('message', ({ data }) => listener(data))
      if (!isLocal) return
      addEventListener('message', (event: MessageEvent<unknown>) => {
        const { channel, data } = asRecord(event.data)
        if (typeof channel !== 'string' || !isFromFile(event) || !isKin(event.source)) return
        kin.add(event.source)
        if (channel === name) listener(data)
        if (!met.has(event.source)) meet?.()
        met.add(event.source)
      })
    },
  }
}
