import { asRecord } from '../../model/record.ts'
import { isLocal } from '../browser/scope.ts'

/** Carries anything between the windows of one name; what arrives is to be read with care. */
export interface WindowMessages {
  send(data: unknown): void
  /** `meet` is called after the first word, of whatever, of a window that was out of reach before. */
  receive(listener: (data: unknown) => void, meet?: () => void): void
}

/** The windows that are told one by one: the one that opened this, and those it opened that spoke. */
const kin = new Set<Window>()

/** Whether one of the two opened the other: that much a window of another world tells of itself. */
const isKin = (source: MessageEventSource | null): source is Window =>
  source !== null && (source === opener || ('opener' in source && source.opener === window))

/** Whether a message comes from a page that was opened from a disk, as this one was. */
const isFromFile = ({ origin }: MessageEvent): boolean => origin === 'null' || origin === 'file://'

/** The browser's own channel between windows; none where it is forbidden, as storage is. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/**
 * Between windows of one browser. From `file://` some browsers take each window for a world of its
 * own, where a `BroadcastChannel` reaches nobody: there a window speaks to the one that opened it
 * and to those it opened as well. What comes both ways is heard twice.
 */
export function windowMessages(name: string): WindowMessages {
  const channel = openChannel(name)
  if (isLocal && opener) kin.add(opener)
  return {
    send(data) {
      channel?.postMessage(data)
      for (const window of kin) {
        // Such a world has no name to be given as the target.
        if (!window.closed) window.postMessage({ channel: name, data }, '*')
        else kin.delete(window)
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
