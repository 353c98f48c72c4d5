import { expect, test } from 'vitest'
import { vanished, vanishedIn } from '../../../../src/relay/connections/vanished.ts'

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n'
const end = ' 0 0 23053795 3 00000000424b64c6 326 4 31 1 -1\n'
/** A row of the table, as Linux writes it. */
const row = (peer: string, state: string, waits: string, again: string) =>
  `   2: 0100004D:4959 ${peer} ${state} 0000005D:00000000 ${waits}:00000119 ${again}${end}`
const peer = '0200004D:EB3E'

test('a peer that has not answered for long is known by both ends of its connection', () => {
  expect(vanishedIn(head + row(peer, '01', '01', '00000006'))).toEqual(['18777 77.0.0.2 60222'])
})

test('so is one over IPv6, or over a socket for both', () => {
  const own = '   1: 000077FD000000000000000001000000:4959'
  const peers = [
    '000077FD000000000000000002000000:A7EA',
    '0000000000000000FFFF000002004D0A:EB3E',
    'B80D01200000000067452301EFCDAB89:0050',
  ]
  const rows = peers.map((each) => `${own} ${each} 01 0000005D:00000000 01:00000119 0000000A${end}`)
  expect(vanishedIn(rows.join(''))).toEqual([
    '18777 fd77::2 42986',
    '18777 ::ffff:10.77.0.2 60222',
    '18777 2001:db8::123:4567:89ab:cdef 80',
  ])
})

test.for([
  ['that was asked again a few times', row(peer, '01', '01', '00000005')],
  ['that has answered', row(peer, '01', '02', '00000000')],
  ['that answers, but does not read', row(peer, '01', '04', '00000009')],
  ['whose connection is closed already', row(peer, '04', '01', '00000009')],
] as const)('a peer %s is left alone', ([, table]) => {
  expect(vanishedIn(head + table + table)).toEqual([])
})

test('this machine is asked, and has no peers of ours that vanished', async () => {
  expect((await vanished()).has('18777 77.0.0.2 60222')).toBe(false)
})
