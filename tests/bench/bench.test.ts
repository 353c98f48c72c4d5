import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { planOf } from './bench.ts'
import { live } from './live/main.ts'
import { maskedFrame, newcomer, protocols } from './live/protocols.ts'
import { grown } from './pages/grow.ts'
import { pages } from './pages/main.ts'
import { Results } from './results.ts'
import { sourcesAt } from './scratch.ts'
import { quantile, ratio, short, spread, table } from './statistics.ts'

test('quantiles are interpolated, figures short, spreads with extremes and ratio', () => {
  expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48)
  expect(() => quantile([], 0.5)).toThrow()
  expect([1234.5, 56.78, 0.891, 7].map(short)).toEqual(['1235', '56.8', '0.89', '7'])
  expect(spread([12, 10, 14], [24])).toBe('12 (10–14) ×0.50')
  expect([spread([5, 5], [0, 5]), spread([])]).toEqual(['5', '–'])
  // In each round, and the median counts.
  expect([ratio([60, 300, 90], [100, 600, 100]), ratio([5], [])]).toEqual([0.6, undefined])
  expect(
    table([
      ['đo', 'a'],
      ['tải', '12'],
    ]),
  ).toBe('| đo  |  a |\n| --- | -: |\n| tải | 12 |')
})

test('a goal is judged by medians against the better rival, or against another size', () => {
  const results = new Results(pages)
  for (const value of [1, 2, 90]) results.add(21, 'ours', { 'ready slow': value, 'key p50': 4 })
  results.add(21, 'starter', { 'ready slow': 5, 'blocked fast': 0 })
  results.add(21, 'marp', { 'ready slow': 4, 'blocked fast': 9 })
  results.add(1000, 'ours', { 'key p50': 7 })
  const told = () =>
    results.verdicts([21, 1000]).map(({ goal, figure, met }) => [goal, figure, met])
  expect(told()).toEqual([
    ['21 trang: sẵn sàng, mạng chậm, ms: ≤ 0.8 × Marp CLI', '0.50 × (2 : 4)', true],
    ['1000 trang: từ phím đến trang đã vẽ, p50, ms: ≤ 1.5 × 21 trang', '1.75 × (7 : 4)', false],
  ])
  results.add(21, 'ours', { 'blocked fast': 0 })
  expect(told()[0]?.slice(1)).toEqual(['0 : 0', true])
  results.add(21, 'ours', { 'blocked fast': 3 })
  expect(told()[0]?.slice(1)).toEqual(['1.50 : 0', false])
  expect(() => results.add(21, 'ours', { p50: 1 })).toThrow('no measure')
})

test('a state lost in any round counts, and many viewers have goals of their own', () => {
  const results = new Results(live)
  for (const lost of [0, 0, 2]) results.add(300, 'ours', { lost, back: 1 })
  results.add(300, 'socket.io', { back: 4 })
  results.add(10_000, 'ours', { lost: 0 })
  const told = results.verdicts([300, 10_000]).map(({ figure, met }) => `${figure} ${met}`)
  expect(told).toEqual(['0.25 × (1 : 4) true', '2 false', '0 true'])
  const [head, , row, ...others] = results.table(300, ['socket.io', 'ours']).split('\n')
  expect(head).toMatch(/300 người xem .* socket.io \| máy chủ này/)
  expect([row, others.length]).toEqual([expect.stringMatching(/ 4 \| +1 ×0.25 \|$/), 1])
})

test('options are read, and what is wrong with one is said', async () => {
  const plan = planOf(pages, ['--slides', '30,1000', '--only', 'load', '--against', 'HEAD~1'])
  expect(plan).toMatchObject({ sizes: [30, 1000], against: 'HEAD~1' })
  expect([plan?.does('load'), plan?.does('pdf'), plan?.rounds(1000)]).toEqual([true, false, 2])
  expect(planOf(pages, ['--help'])).toBeUndefined()
  expect(['ours', 'h2'].map((word) => planOf(live, ['--quick'])?.does(word))).toEqual([true, false])
  for (const args of ['--slides 3', '--rounds 0', '--rounds x', '--only all', '--viewers 3']) {
    expect(() => planOf(pages, args.split(' '))).toThrow('Không hiểu')
  }
  await expect(sourcesAt('khong-co-ban-nay')).rejects.toThrow('--against khong-co-ban-nay')
})

test.for([slidesOf(deck).length, 160, 1000])('the deck grows to %i slides', (total) => {
  const ids = slidesOf(grown(deck, total)).map(({ id }) => id)
  expect([ids.length, new Set(ids).size]).toEqual([total, total])
})

test('a viewer of our relay reads what arrives, however it is split', () => {
  const { read, again } = protocols.stream
  const state = (seq: number) => `data: {"epoch":1,"seq":${seq},"slide":"one"}\n\n`
  const place = 'event: pointer\ndata: {"slide":"one","at":[17,0]}\n\n'
  const text = `HTTP/1.1 200 OK\r\n\r\n40\r\nretry: 2345\n${state(3)}${state(4)}${place}`
  for (let at = 1; at < text.length; at++) {
    const seen = newcomer()
    for (const part of [text.slice(0, at), text.slice(at)]) read(seen, Buffer.from(part))
    expect(seen).toMatchObject({ joined: true, seq: 4, place: 17 })
    expect(again(seen, 0)).toBe(2345)
  }
  const refused = newcomer()
  read(refused, Buffer.from('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
  expect(refused).toMatchObject({ refused: true, joined: false })
})

test('a viewer of socket.io answers the handshake and pings, and waits as its client does', () => {
  const { read, again } = protocols['socket.io']
  const seen = newcomer()
  const say = (text: string) => read(seen, Buffer.from(text, 'latin1'))
  expect(say('HTTP/1.1 101 Switching Protocols\r\n\r\n')).toBeUndefined()
  expect(say('\x81\x110{"sid":"a"}')).toEqual(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
  expect([say('\x81\x0c40{"sid":"b"}'), seen.joined]).toEqual([undefined, true])
  expect(say('\x81\x012')).toEqual(maskedFrame('3'))
  expect([say('\x81\x3042["abc",{"state":{"seq":9,"step":0}}]'), seen.seq]).toEqual([undefined, 9])
  expect(again(seen, 9)).toBeLessThanOrEqual(7500)
  expect(maskedFrame('y'.repeat(200)).subarray(0, 4)).toEqual(Buffer.from([0x81, 0xfe, 0, 200]))
})
