import { expect, test } from 'vitest'
import { frameAt, maskedFrame, placeIn, seqIn } from './frames.ts'
import { protocols } from './protocols.ts'

const state = (seq: number) => `data: {"epoch":1,"seq":${seq},"slide":"one"}\n\n`

/** A text as a WebSocket server sends it. */
const served = (text: string) =>
  Buffer.concat([
    text.length < 126
      ? Buffer.from([0x81, text.length])
      : Buffer.from([0x81, 126, text.length >> 8, text.length & 0xff]),
    Buffer.from(text),
  ])

test('the last number counts if it is complete', () => {
  expect(seqIn(Buffer.from('{"seq":7,"a":1}{"seq":12}'))).toBe(12)
  expect(seqIn(Buffer.from('{"seq":7,"a":1}{"seq":12'))).toBeUndefined()
  expect(seqIn(Buffer.from('nothing'))).toBeUndefined()
})

test('places of the pointer are read beside states, and use up no more than themselves', () => {
  const place = (at: number) => `event: pointer\ndata: {"slide":"one","at":[${at},0]}\n\n`
  expect(placeIn(Buffer.from(place(7) + place(12)), 0, 1000)).toBe(12)
  const hear = protocols.ours.hearing()
  // Before the first state nothing counts.
  expect(hear(Buffer.from('HTTP/1.1 200 OK\n\n'))).toMatchObject({ used: 0, joined: false })
  const first = Buffer.from(state(3) + place(4))
  expect(hear(first)).toMatchObject({ used: first.length, joined: true, seq: 3, place: 4 })
  const more = Buffer.from(place(5))
  expect(hear(more)).toMatchObject({ used: more.length, seq: undefined, place: 5 })
  expect(hear(more.subarray(0, -3))).toMatchObject({ used: 0 })
})

test('a number outside the frame does not count', () => {
  const bytes = Buffer.from('{"seq":7}{"seq":8}')
  expect(seqIn(bytes, 0, 9)).toBe(7)
  expect(seqIn(bytes, 12)).toBeUndefined()
})

test.for([5, 125, 126, 300])('a frame of %i bytes is found if it is complete', (length) => {
  const bytes = served('x'.repeat(length))
  expect(frameAt(bytes, 0)).toEqual({ start: bytes.length - length, end: bytes.length })
  expect(frameAt(bytes.subarray(0, -1), 0)).toBeUndefined()
  expect(frameAt(bytes.subarray(0, 1), 0)).toBeUndefined()
  expect(frameAt(bytes.subarray(0, 3), 0)).toBeUndefined()
})

test('a client masks text with zeros, which change nothing', () => {
  expect(maskedFrame('40')).toEqual(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
  expect(maskedFrame('y'.repeat(200)).subarray(0, 4)).toEqual(Buffer.from([0x81, 0xfe, 0, 200]))
})

test('a follower of our relay has joined with its first state, however that is split', () => {
  const hear = protocols.ours.hearing()
  const head = `HTTP/1.1 200 OK\r\n\r\n40\r\nretry: 2000\n${state(3)}`
  expect(hear(Buffer.from(head.slice(0, 60)))).toMatchObject({ used: 0, joined: false })
  expect(hear(Buffer.from(`${head}\r\n`))).toMatchObject({ used: head.length + 2, seq: 3 })
  const cut = Buffer.from(`${state(4)}\r\n30\r\ndata: {"seq"`)
  expect(hear(cut)).toMatchObject({ used: state(4).length, joined: true, seq: 4 })
})

test('a follower of socket.io answers the handshake and pings', () => {
  const hear = protocols['socket.io'].hearing()
  const accepted = Buffer.from('HTTP/1.1 101 Switching Protocols\r\n\r\n')
  expect(hear(accepted.subarray(0, 20))).toMatchObject({ used: 0, joined: false })
  expect(hear(Buffer.concat([accepted, served('0{"sid":"a"}')])).reply).toEqual(maskedFrame('40'))
  expect(hear(served('40{"sid":"b"}')).joined).toBe(true)
  expect(hear(served('2')).reply).toEqual(maskedFrame('3'))
  const told = served('42["abc",{"state":{"seq":9,"step":0}}]')
  expect(hear(Buffer.concat([told, told.subarray(0, 9)]))).toMatchObject({
    used: told.length,
    seq: 9,
    reply: undefined,
  })
})
