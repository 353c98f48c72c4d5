import { expect, test, vi } from 'vitest'
import type { AudienceState } from '../../../../src/model/talk/relay-protocol.ts'
import { runningOrder } from '../../../support/running-order.ts'

interface Line {
  textContent: string
  hidden: boolean
  press: () => void
}

const made: Line[] = []
let hear: (state: AudienceState) => void = () => undefined
vi.mock('../../../../src/client/live/audience.ts', () => ({ offerToAudience: () => undefined }))
vi.mock('../../../../src/client/live/event-stream.ts', () => ({
  listen: (listener: { hear: typeof hear }) => {
    hear = listener.hear
  },
}))

test('a follower whose deck lacks the presenter’s slide is offered a reload, and only then', async () => {
  const reload = vi.fn()
  const parts = { append: () => undefined, classList: { toggle: () => undefined } }
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', {
    body: parts,
    createElement: () => {
      const line = {
        ...parts,
        textContent: '',
        hidden: false,
        press: (): void => undefined,
        setAttribute: () => undefined,
        addEventListener: (_: string, act: () => void) => {
          line.press = act
        },
      }
      made.push(line)
      return line
    },
  })
  const { follow } = await import('../../../../src/client/live/follow.ts')
  const session = {
    runningOrder,
    view: { slide: 'cover', step: 0, screen: 'slide' },
    onChange: () => undefined,
  }
  follow(
    session as never,
    () => undefined,
    () => undefined,
  )
  const line = (label: string) => made.find(({ textContent }) => textContent === label)
  const again = line('Tải lại')
  const state = { epoch: 1, step: 0, screen: 'slide' as const }
  expect(again?.hidden).toBe(true)
  hear({ ...state, seq: 1, slide: 'new' })
  expect(line('Bộ trang chiếu trên máy này chưa có trang đang trình bày.')).toBeDefined()
  expect(again?.hidden).toBe(false)
  again?.press()
  expect(reload).toHaveBeenCalledOnce()
  hear({ ...state, seq: 2, slide: 'two' })
  expect(line('Đang theo người trình bày')).toBeDefined()
  expect(again?.hidden).toBe(true)
})
