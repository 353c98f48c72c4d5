import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { isForAudience } from '../../../src/relay/public-files.ts'
import { Failures, networkOf, visitorOf } from '../../../src/relay/visitor.ts'

describe('the network of a visitor', () => {
  test.for([
    ['192.168.1.7', '192.168.1.7'],
    ['::ffff:192.168.1.7', '192.168.1.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['nonsense', 'nonsense'],
  ])('at %s is %s', ([address, network]) => {
    expect(networkOf(address ?? '')).toBe(network)
  })

  const from = (forwarded: string) =>
    ({
      socket: { remoteAddress: '10.0.0.1' },
      headers: { 'x-forwarded-for': forwarded },
      // The parts of a request that are used.
    }) as unknown as IncomingMessage

  test('is the last one that the proxy added, and only if the proxy is trusted', () => {
    expect(visitorOf(from('1.1.1.1, 192.0.2.5'), true)).toBe('192.0.2.5')
    expect(visitorOf(from(''), true)).toBe('10.0.0.1')
    expect(visitorOf(from('192.0.2.5'), false)).toBe('10.0.0.1')
  })
})

describe('failures', () => {
  test('are forgotten after their time', async () => {
    const failures = new Failures({ allowed: 2, span: 30 })
    failures.add('a')
    expect(failures.isOver('a')).toBe(false)
    failures.add('a')
    expect(failures.isOver('a')).toBe(true)
    expect(failures.isOver('b')).toBe(false)
    await expect.poll(() => failures.isOver('a')).toBe(false)
  })

  test('of more networks than the limit push out the oldest', () => {
    const failures = new Failures({ allowed: 1, most: 100 })
    for (let at = 0; at < 100_000; at++) failures.add(`${at}`)
    expect(failures.size).toBe(100)
    expect(failures.isOver('99999')).toBe(true)
    expect(failures.isOver('1')).toBe(false)
  })
})

test('a file that is not on the list is not for the audience', () => {
  for (const path of [
    '/index.html',
    '/huong-dan.html',
    '/sw.js',
    '/assets/x-1.js',
    '/mang-theo/khan-gia.html',
  ]) {
    expect(isForAudience(path)).toBe(true)
  }
  for (const path of ['/new.html', '/ban-rieng.pdf', '/assets/a/b.js', '/x/index.html', '/', '']) {
    expect(isForAudience(path)).toBe(false)
  }
})
