import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { vanished, vanishedIn } from '../../../../src/relay/connections/vanished.ts'
import type { Pairing } from '../../../../src/relay/pairing/pairing.ts'
import { createRelay } from '../../../../src/relay/server.ts'
import { Disk } from '../../../../src/relay/state/disk.ts'
import { toNobody } from '../../../../src/relay/state/passing.ts'
import { memoryRegister } from '../../../../src/relay/state/register.ts'
import { runningOrder } from '../../../support/running-order.ts'

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

test.runIf(process.platform === 'linux')(
  'the system asks a peer that says nothing whether it is there, within 20 seconds',
  async () => {
    const keys: Pairing = {
      ...{ code: '', holds: () => false, lentIsUsed: () => false },
      pair: async () => undefined,
      lend: async () => '',
      rotate: async () => undefined,
      close: async () => undefined,
    }
    const { server, stop } = createRelay({
      ...{ runningOrder, keys, headers: {}, connections: 100 },
      relayState: {
        presentation: memoryRegister(),
        ownSlides: memoryRegister(),
        pairingKeys: memoryRegister(),
        passing: toNobody,
        disk: new Disk(),
        isCutOff: () => false,
        count: (here) => here,
        close: async () => undefined,
      },
      site: (_, response) => response.end(),
    })
    onTestFinished(stop)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    // A listening TCP server always has an address of this form.
    const { port } = server.address() as AddressInfo
    const peer = connect(port, '127.0.0.1')
    onTestFinished(() => void peer.destroy())
    await once(peer, 'connect')
    const local = port.toString(16).toUpperCase().padStart(4, '0')
    // Timer 02 is this question; the time is in hundredths of a second.
    const row = new RegExp(`: [\\dA-F]+:${local} \\S+ 01 \\S+ 02:([\\dA-F]{8})`)
    const due = async () => {
      const [, time = ''] = row.exec(await readFile('/proc/net/tcp', 'latin1')) ?? []
      return time && Number.parseInt(time, 16)
    }
    await expect.poll(due).toBeGreaterThan(0)
    expect(await due()).toBeLessThanOrEqual(2000)
  },
)
