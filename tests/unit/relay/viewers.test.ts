import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { type Manners, pointerPace, Viewers } from '../../../src/relay/viewers.ts'

const manners: Manners = { most: 50, mostPerAddress: 40, beat: 10_000, patience: 30_000, pace: 20 }
let server: Server
let viewers: Viewers
const sockets: Socket[] = []

async function open(change: Partial<Manners> = {}, addresses = () => 'here') {
  viewers = new Viewers('"first"', { ...manners, ...change })
  server = createServer((request, response) => {
    const chunked = request.httpVersion !== '1.0'
    if (!viewers.admit(request.socket, addresses(), chunked)) response.writeHead(503).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await viewers.close()
  server.close()
  server.closeAllConnections()
})

/** Joins over a raw socket; `text` is everything received. */
async function join(version = '1.1') {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  const viewer = { socket, text: '' }
  socket.setEncoding('utf8').on('data', (text: string) => {
    viewer.text += text
  })
  socket.on('error', () => undefined)
  socket.write(`GET / HTTP/${version}\r\nHost: here\r\n\r\n`)
  await expect.poll(() => viewer.text).toMatch(/"first"|503/)
  return viewer
}

test('a new viewer gets the state at once, and changes in complete chunks', async () => {
  await open()
  const { text } = await join()
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(text).toContain('Content-Type: text/event-stream')
  expect(text).toContain('X-Accel-Buffering: no')
  expect(text).toMatch(/retry: 2\d\d\ndata: "first"\n\n\r\n$/)
  const viewer = await join()
  viewer.text = ''
  viewers.show('"trang"')
  await expect.poll(() => viewer.text).toBe('f\r\ndata: "trang"\n\n\r\n')
})

test('over HTTP/1.0 there are no chunks', async () => {
  await open()
  const viewer = await join('1.0')
  viewers.show('"second"')
  await expect.poll(() => viewer.text).toMatch(/"first"\n\ndata: "second"\n\n$/)
  expect(viewer.text).not.toContain('Transfer-Encoding')
})

test('of a burst of changes everyone gets the first, the last, and few in between', async () => {
  await open({ pace: 50 })
  const all = await Promise.all(Array.from({ length: 10 }, () => join()))
  const start = performance.now()
  for (let at = 1; at <= 100; at++) {
    viewers.show(`"${at}"`)
    await turn()
  }
  const most = 2 + (performance.now() - start) / 50
  for (const viewer of all) await expect.poll(() => viewer.text).toContain('"100"')
  for (const { text } of all) {
    expect(text).toContain('"1"')
    expect(text.match(/data: "\d+"/g)?.length).toBeLessThanOrEqual(most)
  }
})

test('everyone gets the state again within fifteen beats', async () => {
  await open({ beat: 5 })
  const all = await Promise.all(Array.from({ length: 20 }, () => join()))
  for (const viewer of all) {
    await expect.poll(() => viewer.text.match(/"first"/g)?.length).toBeGreaterThan(2)
  }
})

test('viewers are limited in total and per address; one that leaves makes room for another', async () => {
  let address = 0
  await open({ most: 4, mostPerAddress: 2 }, () => `${Math.floor(address++ / 3)}`)
  const all = []
  for (let at = 0; at < 7; at++) all.push(await join())
  const status = all.map(({ text }) => Number(text.slice(9, 12)))
  expect(status).toEqual([200, 200, 503, 200, 200, 503, 503])
  all[0]?.socket.destroy()
  await expect.poll(() => viewers.count).toBe(3)
  expect((await join()).text).toContain('200 OK')
})

test('a viewer that half-closes the connection is removed', async () => {
  await open()
  const viewer = await join()
  expect(viewers.count).toBe(1)
  viewer.socket.end()
  await expect.poll(() => viewers.count).toBe(0)
})

test('a viewer whose connection is named is disconnected, and no other', async () => {
  await open()
  const [gone, there] = [await join(), await join()]
  const { port } = server.address() as AddressInfo
  viewers.disconnect(new Set([`${port} 127.0.0.1 ${gone.socket.localPort}`]))
  await expect.poll(() => gone.socket.destroyed).toBe(true)
  expect([viewers.count, viewers.dropped]).toEqual([1, 1])
  expect(there.socket.destroyed).toBe(false)
})

const big = (name: string) => JSON.stringify(name + '.'.repeat(1_000_000))

test('a slow reader skips old states, delays nobody, and gets the newest in the end', async () => {
  await open({ pace: 1 })
  const slow = await join()
  const quick = await join()
  slow.socket.pause()
  for (let at = 1; at <= 16; at++) {
    viewers.show(big(`news ${at}.`))
    await expect.poll(() => quick.text.includes(`news ${at}.`)).toBe(true)
    quick.text = ''
  }
  slow.socket.resume()
  await expect.poll(() => slow.text.includes('news 16.'), { timeout: 5000 }).toBe(true)
  expect(slow.text.match(/news \d+/g)?.length).toBeLessThan(16)
  expect(viewers.dropped).toBe(0)
})

test('a viewer that never reads is disconnected', async () => {
  await open({ pace: 1, patience: 200 })
  const { socket } = await join()
  socket.pause()
  const showing = setInterval(() => viewers.show(big('news')), 10)
  await expect.poll(() => viewers.dropped, { timeout: 5000 }).toBe(1)
  clearInterval(showing)
  await expect.poll(() => viewers.count).toBe(0)
})

test('when the relay closes, everyone is told when to reconnect', async () => {
  await open()
  const all = await Promise.all(Array.from({ length: 30 }, () => join()))
  const ended = all.map(({ socket }) => once(socket, 'end'))
  await viewers.close()
  server.closeIdleConnections()
  await Promise.all(ended)
  const times = all.map(({ text }) => /.*retry: (\d+)\n\n\r\n0\r\n\r\n$/s.exec(text)?.[1])
  expect(times).not.toContain(undefined)
  expect(new Set(times).size).toBeGreaterThan(15)
})

test('the pointer goes to whoever is there as an event of its own, and to nobody later', async () => {
  await open()
  const [one, old] = [await join(), await join('1.0')]
  viewers.point('"here"')
  await expect.poll(() => one.text).toContain('1d\r\nevent: pointer\ndata: "here"\n\n\r\n')
  await expect.poll(() => old.text).toMatch(/\n\nevent: pointer\ndata: "here"\n\n$/)
  expect((await join()).text).not.toContain('pointer')
})

test('of many places few are sent, and the last one is', async () => {
  await open()
  const viewer = await join()
  const start = performance.now()
  for (let at = 1; at <= 300; at++) {
    viewers.point(`"at ${at}"`)
    await turn()
  }
  const most = 2 + (performance.now() - start) / pointerPace
  await expect.poll(() => viewer.text).toContain('"at 300"')
  expect(viewer.text.match(/"at \d+"/g)?.length).toBeLessThanOrEqual(most)
})

test('a viewer who is behind with reading is sent no places, and the state when it reads', async () => {
  await open({ pace: 1 })
  const slow = await join()
  const quick = await join()
  slow.socket.pause()
  // More than lies between the two ends.
  for (let at = 1; at <= 16; at++) {
    viewers.show(big(`news ${at}.`))
    await expect.poll(() => quick.text.includes(`news ${at}.`)).toBe(true)
    quick.text = ''
  }
  for (let at = 1; at <= 5; at++) {
    viewers.point(`"at ${at}"`)
    await expect.poll(() => quick.text).toContain(`"at ${at}"`)
  }
  slow.socket.resume()
  await expect.poll(() => slow.text.includes('news 16.'), { timeout: 5000 }).toBe(true)
  expect(slow.text).not.toContain('"at ')
})

/** That many viewers; what they are sent goes nowhere, but into `written`. */
function many(count: number, beat = manners.beat) {
  const written: string[] = []
  const limits = { most: count, mostPerAddress: count }
  const mine = new Viewers('"first"', { ...manners, ...limits, beat, pace: 1 })
  for (let at = 0; at < count; at++) {
    const socket = {
      ...{ writable: true, writableLength: 0, end: () => undefined },
      write: (bytes: string | Buffer) => written.push(String(bytes)),
      once: () => undefined,
    }
    mine.admit(socket as never, 'here')
  }
  return { mine, written }
}

const retriesIn = (written: readonly string[]) =>
  written.flatMap((text) => Number(/^[\da-f]+\r\nretry: (\d+)\ndata/m.exec(text)?.[1] ?? []))

test('the more viewers there are, the longer the time over which they are to come back', async () => {
  const { mine, written } = many(4000, 5)
  // The first ones came when there were few.
  expect(Math.max(...retriesIn(written.slice(0, 100)))).toBeLessThan(310)
  written.length = 0
  await expect.poll(() => retriesIn(written).length).toBeGreaterThan(4000)
  const times = retriesIn(written)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(200)
  expect(Math.max(...times)).toBeLessThan(540)
  expect(times.filter((time) => time > 366).length).toBeGreaterThan(1500)
  await mine.close()
})

test('a state overtakes the place that is on its way to many', async () => {
  const { mine, written } = many(1500)
  written.length = 0
  mine.point('"place"')
  mine.show('"state"')
  await expect.poll(() => written.filter((text) => text.includes('"place"')).length).toBe(1600)
  // A hundred had it already, and have it again.
  const order = written.map((text) => (text.includes('"state"') ? 's' : 'p')).join('')
  expect(order).toMatch(/^p{100}s{1500}p{1500}$/)
  await mine.close()
})
