import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { addressesOf } from '../../../../src/cli/serve/address.ts'

const net = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  netmask: '',
  mac: '',
  cidr: null,
  ...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
})
const lo = [net('127.0.0.1', true), net('::1', true)]
const both = { lo, eth0: [net('10.0.0.5'), net('fd00::2'), net('fe80::1')] }
const newOnly = { lo, eth0: [net('fd00::2'), net('fe80::1')] }

test.for([
  ['127.0.0.1', both, ['http://127.0.0.1:80/']],
  ['::1', both, ['http://[::1]:80/']],
  ['0.0.0.0', both, ['http://127.0.0.1:80/', 'http://10.0.0.5:80/']],
  ['::', both, ['http://127.0.0.1:80/', 'http://10.0.0.5:80/']],
  ['::', newOnly, ['http://127.0.0.1:80/', 'http://[::1]:80/', 'http://[fd00::2]:80/']],
] as const)(
  'a server on %s prints every address that leads to it',
  ([address, networks, addresses]) => {
    expect(addressesOf({ address, port: 80 }, 'http', networks)).toEqual(addresses)
  },
)
