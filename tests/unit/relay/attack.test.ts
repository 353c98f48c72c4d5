import { once } from 'node:events'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  ask,
  followAt,
  kill,
  newPlace,
  pairWith,
  post,
  type RelayProcess,
  startRelay,
} from './process.ts'

// One relay for all attacks, which must work unchanged at the end. Each attack comes from a network
// of its own, because a network that fails too often is refused for a while.
let relay: RelayProcess
let token = ''
let place: Awaited<ReturnType<typeof newPlace>>
const connections: Socket[] = []

beforeAll(async () => {
  place = await newPlace()
  await mkdir(join(place.folder, 'assets'), { recursive: true })
  await mkdir(join(place.folder, 'mang-theo'))
  const files = [
    'index.html',
    'speaker.html',
    'review.html',
    'notes.pdf',
    'audience.pdf',
    'slides.pdf',
  ]
  const taken = [
    'bao-cao-vien.html',
    'khan-gia.html',
    'bo-trang-chieu.zip',
    'trang-chieu-kem-ghi-chu.pdf',
    'tai-lieu-nguoi-nghe.pdf',
    'trang-chieu.pptx',
    'trang-chieu-bao-cao-vien.pptx',
    'de-cuong.docx',
  ]
  const own = ['ban-rieng.pdf', 'ban-rieng-notes.pdf', 'assets/a-1234.js', '.env']
  for (const name of [...files, ...taken.map((name) => `mang-theo/${name}`), ...own]) {
    await writeFile(join(place.folder, name), `nội dung của ${name}`)
  }
  await writeFile(join(place.folder, 'speaker.html.gz'), gzipSync('nén'))
  await writeFile(join(place.place, 'outside.txt'), 'ngoài')
  await symlink(join(place.place, 'outside.txt'), join(place.folder, 'assets/link.txt'))
  await symlink(place.place, join(place.folder, 'mang-theo/up'))
  relay = await startRelay(place.folder, {
    connections: 60,
    times: { head: 300, whole: 4000, look: 100 },
  })
  token = await pairWith(relay)
}, 30_000)

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.destroy()
  expect(relay.child.exitCode).toBeNull()
  expect((await ask(relay, '/live/state', { from: '127.0.0.9' })).status).toBe(200)
})
afterAll(async () => {
  await kill(relay)
  await place.remove()
})

/** A new network for the next attack. */
let networks = 10
const network = () => `127.0.0.${networks++}`

/** A raw connection; `text` is what was received. */
async function connection(from: string, sent: string | Buffer = '') {
  const socket = connect({ host: '127.0.0.1', port: relay.port, localAddress: from })
  connections.push(socket)
  const open = { socket, text: '', closed: false }
  socket.setEncoding('latin1').on('data', (text: string) => {
    open.text += text
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    open.closed = true
  })
  await once(socket, 'connect')
  if (sent.length > 0) socket.write(sent)
  return open
}

const own = { cover: { place: 'A', date: '', speaker: '' }, slides: [] }
const shown = { slide: 'one', step: 1, screen: 'slide' }
const state = async () => JSON.parse((await ask(relay, '/live/state', { from: '127.0.0.9' })).body)

describe('a token', () => {
  test('is needed, and must be the right one', async () => {
    const before = await state()
    const from = network()
    expect((await post(relay, '/live', shown, { from })).status).toBe(401)
    for (const wrong of ['x', `${token}x`, token.slice(1), token.toLowerCase(), 'undefined', '']) {
      expect((await post(relay, '/live', shown, { from, token: wrong })).status).toBe(401)
    }
    const basic = { Authorization: `Basic ${btoa(`:${token}`)}` }
    expect((await post(relay, '/live', shown, { from, headers: basic })).status).toBe(401)
    expect(await state()).toEqual(before)
    expect((await post(relay, `/live?token=${token}`, shown, { from })).status).toBe(401)
  })

  test('cannot be guessed for long, while the right one works from the same network', async () => {
    const from = network()
    const answers = []
    for (let at = 0; at < 15; at++) {
      answers.push((await post(relay, '/live', shown, { from, token: `guess-${at}` })).status)
    }
    expect(answers).toEqual([...Array(10).fill(401), ...Array(5).fill(429)])
    expect((await post(relay, '/live', shown, { from, token })).status).toBe(200)
  })

  test('is given for a code that works once and cannot be guessed for long', async () => {
    const from = network()
    const { code } = relay
    const second = await pairWith(relay)
    expect(relay.code).not.toBe(code)
    expect((await post(relay, '/live/pair', { code }, { from })).status).toBe(403)
    const answers = []
    for (let at = 0; at < 12; at++) {
      answers.push((await post(relay, '/live/pair', { code: `AAAAA-AAA${at}` }, { from })).status)
    }
    expect(answers).toEqual([...Array(9).fill(403), 429, 429, 429])
    expect((await post(relay, '/live/pair', { code: relay.code }, { from })).status).toBe(429)
    expect((await post(relay, '/live', shown, { token: second })).status).toBe(200)
  })

  test('is useless after the keys were changed', async () => {
    const from = network()
    const { code } = relay
    const told = relay.told()
    relay.child.kill('SIGUSR2')
    await told
    expect((await post(relay, '/live', shown, { from, token })).status).toBe(401)
    expect((await ask(relay, '/speaker.html', { headers: cookie() })).status).toBe(404)
    expect((await post(relay, '/live/pair', { code }, { from })).status).toBe(403)
    token = await pairWith(relay)
    expect((await post(relay, '/live', shown, { from, token })).status).toBe(200)
  })
})

/** Headers of requests from other sites. */
const foreign = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'nonsense' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
]

describe('another site', () => {
  test.for(foreign)('with %j cannot present, pair or follow', async (headers) => {
    const from = network()
    expect((await post(relay, '/live', shown, { from, token, headers })).status).toBe(403)
    const { code } = relay
    expect((await post(relay, '/live/pair', { code }, { from, headers })).status).toBe(403)
    const offer = post(relay, '/live/own-slides', { own }, { from, token, headers })
    expect((await offer).status).toBe(403)
    for (const path of ['/live', '/live/state', '/live/own-slides?x']) {
      const { status, headers: sent } = await ask(relay, path, { from, headers })
      expect(status).toBe(403)
      expect(sent['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('cannot send JSON without a preflight request, and that is refused', async () => {
    const from = network()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'Content-Type': type }
      expect((await post(relay, '/live', shown, { from, token, headers })).status).toBe(415)
    }
    expect((await ask(relay, '/live', { from, method: 'OPTIONS' })).status).toBe(405)
  })

  test('is told apart from this site, whose pages may present', async () => {
    const headers = { Origin: `http://127.0.0.1:${relay.port}`, 'Sec-Fetch-Site': 'same-origin' }
    expect((await post(relay, '/live', shown, { token, headers })).status).toBe(200)
  })
})

describe('a body', () => {
  const before = { epoch: 0 }
  test.for([
    ['long', JSON.stringify({ ...shown, slide: 'x'.repeat(2000) }), 413],
    ['empty', '', 400],
    ['broken', '{"slide":', 400],
    ['not text', '\0\u0001\uFFFF', 400],
    ['nested', '['.repeat(500) + ']'.repeat(500), 400],
    ['nested and open', '['.repeat(1000), 400],
    ['a list', '[]', 400],
    ['nothing', 'null', 400],
    ['a number', '1e999', 400],
    ['wrongly typed', JSON.stringify({ ...shown, step: '1' }), 400],
    ['half a step', JSON.stringify({ ...shown, step: 0.5 }), 400],
    ['too much', JSON.stringify({ ...shown, epoch: 9 }), 400],
    ['a row no slide has', JSON.stringify({ ...shown, spot: 1e9 }), 400],
    ['a row below the first', JSON.stringify({ ...shown, spot: -1 }), 400],
    ['no number of a row', JSON.stringify({ ...shown, spot: '1' }), 400],
    ['a screen that there is not', '{"slide":"one","step":1,"screen":"blue"}', 400],
    [
      'a beginning that is no time',
      '{"slide":"one","step":1,"screen":"waiting","starts":"8:00"}',
      400,
    ],
    ['a prototype', '{"slide":"one","step":1,"screen":"slide","__proto__":{}}', 400],
    ['a slide the deck has not', JSON.stringify({ ...shown, slide: 'gone' }), 422],
    ['a slide of every object', JSON.stringify({ ...shown, slide: 'constructor' }), 422],
    ['a step the slide has not', JSON.stringify({ ...shown, step: 3 }), 422],
  ] as const)('that is %s is refused and changes nothing', async ([, body, status]) => {
    Object.assign(before, await state())
    const answer = await post(relay, '/live', body, { from: network(), token })
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain(' at ')
    expect(await state()).toEqual(before)
  })

  test('that is too long is refused while it still arrives, even without a length', async () => {
    const head = [
      'POST /live HTTP/1.1',
      'Host: here',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]
    const chunk = `400\r\n${' '.repeat(1024)}\r\n`
    const open = await connection(network(), `${head.join('\r\n')}\r\n\r\n${chunk}${chunk}`)
    await expect.poll(() => open.text).toContain('413')
  })

  test('that never ends is not waited for', async () => {
    const open = await connection(
      network(),
      `POST /live HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
    )
    await expect.poll(() => open.closed, { timeout: 10_000 }).toBe(true)
  }, 15_000)
})

describe('own slides', () => {
  test.for([
    ['not own slides', '{"own":[]}', 422],
    ['empty', '', 400],
    ['broken', '{"own":', 400],
    ['nested', `{"own":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 422],
    [
      'nested within',
      `{"own":{"cover":{},"slides":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      422,
    ],
    ['many', `{"own":{"cover":{},"slides":[${'{},'.repeat(20_000)}{}]}}`, 422],
    [
      'all one letter',
      `{"own":{"cover":{"place":"${'Ẵ\u0302'.repeat(12_000)}"},"slides":[]}}`,
      422,
    ],
    ['a little too long', JSON.stringify({ own, more: 'x'.repeat(65_536) }), 413],
    ['enormous', `{"own":"${'x'.repeat(3_000_000)}"}`, 413],
    ['more than own slides', JSON.stringify({ own, notes: {} }), 422],
  ] as const)('that are %s are refused and change nothing', async ([, body, status]) => {
    const before = await state()
    const from = network()
    const answer = await post(relay, '/live/own-slides', body, { from, token }).catch(
      () => undefined,
    )
    // Whose body is cut off may not hear why.
    if (body.length < 1_000_000) expect(answer?.status).toBe(status)
    expect(answer?.body ?? '').not.toContain(' at ')
    expect(await state()).toEqual(before)
  })

  test('cannot be offered without a token, nor for long by guesses', async () => {
    const from = network()
    const answers = []
    for (let at = 0; at < 12; at++) {
      const guess = { from, token: `guess-${at}` }
      answers.push((await post(relay, '/live/own-slides', { own }, guess)).status)
    }
    expect(answers).toEqual([...Array(10).fill(401), 429, 429])
  })
})

const cookie = () => ({ Cookie: `a=b; bao-cao-vien-0123456789ab=${token}` })

describe('the pages of the speaker', () => {
  test.for([
    'speaker.html',
    'review.html',
    'notes.pdf',
    'ban-rieng.pdf',
    'ban-rieng-notes.pdf',
    'mang-theo/bao-cao-vien.html',
    'mang-theo/bo-trang-chieu.zip',
    'mang-theo/trang-chieu-kem-ghi-chu.pdf',
    'mang-theo/trang-chieu-bao-cao-vien.pptx',
  ])('%s is served to paired screens only', async (name) => {
    const from = network()
    const path = `/${name}`
    expect((await ask(relay, path, { from })).status).toBe(404)
    expect(
      (await ask(relay, path, { from, headers: { Cookie: 'bao-cao-vien-0123456789ab=x' } })).status,
    ).toBe(404)
    expect((await ask(relay, path, { from, headers: { 'If-None-Match': '*' } })).status).toBe(404)
    const { status, body, headers } = await ask(relay, path, { from, headers: cookie() })
    expect({ status, body }).toEqual({ status: 200, body: `nội dung của ${name}` })
    expect(headers['cache-control']).toBe('private, no-cache')
  })

  test.for([
    'index.html',
    'slides.pdf',
    'audience.pdf',
    'mang-theo/khan-gia.html',
    'mang-theo/tai-lieu-nguoi-nghe.pdf',
    'mang-theo/trang-chieu.pptx',
    'mang-theo/de-cuong.docx',
    'assets/a-1234.js',
  ])('%s is served to everybody', async (name) => {
    expect((await ask(relay, `/${name}`)).body).toBe(`nội dung của ${name}`)
  })

  test.for([
    '/%73peaker.html',
    '/./speaker.html',
    '//speaker.html',
    '/assets/../speaker.html',
    '/assets/..%2fspeaker.html',
    '/assets/%2e%2e/speaker.html',
    '/assets/..%5cspeaker.html',
    '/speaker.html.gz',
    '/speaker.html.br',
    '/SPEAKER.HTML',
    '/speaker.html%20',
    '/speaker.html%00',
    '/speaker.html%3f',
    '/speaker.html/',
    '/speaker.html?/index.html',
    '/index.html/../speaker.html',
    'http://127.0.0.1/speaker.html',
    '/mang-theo/up/dist/speaker.html',
  ])('cannot be reached by %s', async (path) => {
    const { status, body } = await ask(relay, path, { from: network() })
    expect([400, 404]).toContain(status)
    expect(body).not.toContain('nội dung')
  })

  test('the cookie of a pairing is inaccessible to scripts and other sites', async () => {
    const told = relay.told()
    const { headers } = await post(relay, '/live/pair', { code: relay.code })
    await told
    expect(headers['set-cookie']?.[0]).toMatch(
      /^bao-cao-vien-[\da-f]{12}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/,
    )
    const own = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await post(relay, '/live', shown, { headers: { Cookie: own } })).status).toBe(200)
  })
})

describe('the folder of pages', () => {
  test.for([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/link.txt',
    '/mang-theo/up/outside.txt',
    '/mang-theo/up/live.json',
    '/.env',
    '/%2eenv',
    '/%00',
    '/index.html%00.js',
    '/%E0%A4%A',
  ])('cannot be left by %s, even by a paired screen', async (path) => {
    const { status, body } = await ask(relay, path, { headers: cookie() })
    expect([400, 403, 404]).toContain(status)
    expect(body).not.toMatch(/ngoài|nội dung/)
  })

  test.for([
    'bytes=100-50',
    'bytes=0-18446744073709551615',
    'bytes=-5',
    'bytes=99999-',
    `bytes=${'0-1,'.repeat(500)}0-1`,
    'nonsense',
  ])('answers the range %s with a part, the whole or an error', async (Range) => {
    const { status } = await ask(relay, '/slides.pdf', { headers: { Range } })
    expect([200, 206, 416]).toContain(status)
  })

  test('may be replaced while it is read', async () => {
    const path = join(place.folder, 'assets/b-1.js')
    let going = true
    const replace = async () => {
      for (let at = 0; going; at++) {
        await writeFile(`${path}.part`, 'x'.repeat(200_000 * (at % 3)))
        await rename(`${path}.part`, path)
        await rename(path, `${path}.gone`)
      }
    }
    const replacing = replace()
    const seen = new Set<number>()
    for (let at = 0; at < 300; at++) seen.add((await ask(relay, '/assets/b-1.js')).status)
    going = false
    await replacing
    expect([...seen].filter((status) => ![200, 404, 500].includes(status))).toEqual([])
  })
})

describe('connections', () => {
  test('that send nothing, or a little at a time, are closed', async () => {
    const from = network()
    const silent = await Promise.all(Array.from({ length: 10 }, () => connection(from)))
    const slow = await Promise.all(
      Array.from({ length: 10 }, () => connection(from, 'GET / HTTP/1.1\r\nHost: a\r\n')),
    )
    const drip = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('X-a: b\r\n')
    }, 50)
    const all = [...silent, ...slow]
    // Before the time limit of a whole request, which the next test waits for.
    await expect.poll(() => all.every(({ closed }) => closed), { timeout: 3000 }).toBe(true)
    clearInterval(drip)
  })

  const no = 'HTTP/1.1\r\nHost: a\r\n'
  test.for([
    ['no words', 'nonsense\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a long address', `GET /${'a'.repeat(20_000)} ${no}\r\n`],
    ['a long head', `GET / ${no}${'X-long: yyyyyyyy\r\n'.repeat(900)}\r\n`],
    ['two lengths', `POST /live ${no}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`],
    ['a length below zero', `POST /live ${no}Content-Length: -1\r\n\r\n`],
    ['another version', 'GET /live HTTP/9.9\r\n\r\n'],
  ] as const)('that send %s are closed', async ([, sent]) => {
    const open = await connection(network(), Buffer.from(sent, 'latin1'))
    await expect.poll(() => open.closed, { timeout: 4000 }).toBe(true)
    expect(open.text).toMatch(/^HTTP\/1\.1 4|^$/)
  })

  test('that request many streams at once get one', async () => {
    const open = await connection(network(), 'GET /live HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20))
    await expect.poll(() => open.text).toContain('data: ')
    const { viewers } = JSON.parse((await ask(relay, '/healthz')).body)
    expect(viewers).toBe(1)
  })

  /** Connections that stay open after a request. */
  const staying = async (count: number, froms: readonly string[]) => {
    const request = `GET /healthz ${no}\r\n`
    const all = await Promise.all(
      Array.from({ length: count }, (_, at) => connection(`${froms[at % froms.length]}`, request)),
    )
    await expect.poll(() => all.every(({ closed, text }) => closed || text !== '')).toBe(true)
    return all
  }

  test('of one network leave some for others, and can be opened again later', async () => {
    const from = network()
    const flood = await staying(80, [from])
    expect(flood.filter(({ closed }) => !closed).length).toBe(36)
    const other = network()
    expect((await post(relay, '/live', shown, { token, from: other })).status).toBe(200)
    for (const { socket } of flood) socket.destroy()
    await expect
      .poll(async () => (await ask(relay, '/live/state', { from }).catch(() => undefined))?.status)
      .toBe(200)
  })

  test('have a total limit; when some close, others can be opened', async () => {
    const flood = await staying(160, Array.from({ length: 8 }, network))
    expect(flood.filter(({ closed }) => !closed).length).toBe(60)
    for (const { socket } of flood) socket.destroy()
    await expect
      .poll(async () => (await ask(relay, '/live/state').catch(() => undefined))?.status)
      .toBe(200)
  })

  test('of viewers never use up the one for the presenter', async () => {
    const froms = Array.from({ length: 4 }, network)
    const viewers = Array.from({ length: 100 }, (_, at) => followAt(relay, froms[at % 4]))
    connections.push(...viewers.map(({ socket }) => socket))
    await expect.poll(() => viewers.filter(({ seen }) => seen.length > 0).length).toBe(54)
    const from = network()
    await expect
      .poll(() =>
        post(relay, '/live', shown, { token, from }).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
    const health = JSON.parse((await ask(relay, '/healthz', { from: network() })).body)
    expect(health.viewers).toBe(54)
  })

  test('that are half closed are closed', async () => {
    const viewer = followAt(relay, network())
    connections.push(viewer.socket)
    await expect.poll(() => viewer.seen.length).toBe(1)
    viewer.socket.end()
    await expect.poll(async () => JSON.parse((await ask(relay, '/healthz')).body).viewers).toBe(0)
  })
})

describe('the pointer', () => {
  const path = '/live/pointer'
  const lease = async (slide = 'one') => {
    const { body } = await post(relay, '/live', { ...shown, slide, step: 0 }, { token })
    return JSON.parse(body).lease as number
  }
  const place = { slide: 'one', at: [640, 360] }

  test('is moved by whoever presents, and by nobody else', async () => {
    const viewer = followAt(relay, network())
    connections.push(viewer.socket)
    const old = await lease()
    const now = await lease()
    const from = network()
    const good = { ...place, lease: now }
    expect((await post(relay, path, good, { from })).status).toBe(401)
    expect((await post(relay, path, good, { from, token: 'x' })).status).toBe(401)
    for (const wrong of [old, now + 1, 2 ** 52]) {
      expect((await post(relay, path, { ...place, lease: wrong }, { from, token })).status).toBe(
        409,
      )
    }
    for (const headers of foreign) {
      expect((await post(relay, path, good, { from, token, headers })).status).toBe(403)
    }
    expect((await ask(relay, path, { from })).status).toBe(405)
    const form = { 'Content-Type': 'text/plain' }
    expect((await post(relay, path, good, { from, token, headers: form })).status).toBe(415)
    // A slide that is not shown is no fault, and shows nothing.
    const other = { ...good, slide: 'two' }
    expect((await post(relay, path, other, { from, token })).status).toBe(204)
    expect(viewer.text).not.toContain('event: pointer')
    expect((await post(relay, path, good, { from, token })).status).toBe(204)
    const sent = 'event: pointer\ndata: {"slide":"one","at":[640,360]}\n\n'
    await expect.poll(() => viewer.text).toContain(sent)
  })

  test.for([
    ['long', `{"slide":"${'x'.repeat(300)}","at":[1,1],"lease":1}`, 413],
    ['empty', '', 400],
    ['broken', '{"slide":"one","at":[1,', 400],
    ['a list', '[1,1]', 400],
    ['off the slide', '{"slide":"one","at":[1281,0],"lease":1}', 400],
    ['below zero', '{"slide":"one","at":[-1,0],"lease":1}', 400],
    ['huge', '{"slide":"one","at":[1e999,0],"lease":1}', 400],
    ['no number', '{"slide":"one","at":["1",null],"lease":1}', 400],
    ['half a unit', '{"slide":"one","at":[0.5,0],"lease":1}', 400],
    ['three numbers', '{"slide":"one","at":[1,2,3],"lease":1}', 400],
    ['without a lease', '{"slide":"one","at":[1,2]}', 400],
    ['too much', '{"slide":"one","at":[1,2],"lease":1,"black":true}', 400],
    ['a prototype', '{"slide":"one","lease":1,"__proto__":{}}', 400],
  ] as const)('refuses a body that is %s', async ([, body, status]) => {
    const before = await state()
    const answer = await post(relay, path, body, { from: network(), token })
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain(' at ')
    expect(await state()).toEqual(before)
  })

  test('that floods reaches viewers now and then, and delays no slide', async () => {
    const viewer = followAt(relay, network())
    connections.push(viewer.socket)
    const now = await lease()
    const start = performance.now()
    let going = true
    const flood = Array.from({ length: 8 }, async (_, each) => {
      for (let x = 0; going; x++) {
        const body = { slide: 'one', at: [x % 1280, each], lease: now }
        // On a loaded machine the head of a request may take longer than this relay waits.
        expect([204, 408]).toContain((await post(relay, path, body, { token })).status)
      }
    })
    for (let step = 0; step < 20; step++) {
      await post(relay, '/live', { ...shown, step: step % 3, lease: now }, { token })
      const { seq } = await state()
      await expect.poll(() => viewer.seen.some((one) => one.seq === seq)).toBe(true)
    }
    going = false
    await Promise.all(flood)
    const most = 3 + (performance.now() - start) / 50
    expect(viewer.text.match(/event: pointer/g)?.length).toBeLessThanOrEqual(most)
  })
})

test('a thousand presenters take over from each other, and the last one presents', {
  timeout: 20_000,
}, async () => {
  const viewer = followAt(relay, network())
  connections.push(viewer.socket)
  const before = await state()
  const leases: number[] = []
  const take = async (slide: string) => {
    const { body, status } = await post(relay, '/live', { ...shown, slide, step: 0 }, { token })
    expect(status).toBe(200)
    leases.push(JSON.parse(body).lease)
  }
  for (let at = 0; at < 50; at++) {
    await Promise.all(Array.from({ length: 20 }, (_, each) => take(each % 2 ? 'one' : 'two')))
    const old = await post(relay, '/live', { ...shown, lease: Math.min(...leases) }, { token })
    expect(old.status).toBe(409)
  }
  expect(new Set(leases).size).toBe(1000)
  const lease = Math.max(...leases)
  expect(
    (await post(relay, '/live', { ...shown, slide: 'end', step: 0, lease }, { token })).status,
  ).toBe(200)
  const now = await state()
  expect(now).toEqual({ ...before, seq: before.seq + 1001, slide: 'end', step: 0 })
  await expect.poll(() => viewer.seen.at(-1)?.seq).toBe(now.seq)
})

test('thousands of bad requests leave nothing in memory', { timeout: 30_000 }, async () => {
  const weight = async () => {
    const told = relay.told()
    relay.child.send('weigh')
    await told
    return relay.memory
  }
  const nag = async (times: number) => {
    for (let at = 0; at < times; at++) {
      await Promise.all([
        post(relay, '/live', 'x'.repeat(1000), { token }),
        post(relay, '/live', shown, { token: `wrong-${at}` }),
        post(relay, '/live/pair', { code: `${at}` }),
        ask(relay, `/nothing-${at}.html`),
        ask(relay, '/slides.pdf', { headers: { Range: `bytes=${at}-0` } }),
      ])
    }
  }
  await nag(150)
  const before = await weight()
  await nag(500)
  expect((await weight()) - before).toBeLessThan(50_000_000)
})

test('none of this was logged: no token, no code, no stack', () => {
  expect(relay.output).toBe('')
})
