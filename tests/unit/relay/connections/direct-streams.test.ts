import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { streamHeadersIn, takeStreams } from '../../../../src/relay/connections/direct-streams.ts'

const ask = 'GET /live HTTP/1.1\r\nHost: a\r\n'
const headersIn = (text: string) => streamHeadersIn(Buffer.from(text, 'latin1'))

describe('a request for the stream', () => {
  test('is read with its headers', () => {
    const text = `${ask}Sec-Fetch-Site: same-origin\r\nX-Empty:\r\norigin:  http://a \r\n\r\n`
    expect({ ...headersIn(text) }).toEqual({
      ...{ host: 'a', 'sec-fetch-site': 'same-origin', 'x-empty': '', origin: 'http://a' },
    })
  })

  test.for([
    ['in parts', ask],
    ['with more after it', `${ask}\r\n${ask}\r\n`],
    ['with a body', `${ask}Content-Length: 1\r\n\r\n`],
    ['with a body in chunks', `${ask}Transfer-Encoding: chunked\r\n\r\n`],
    ['that changes the protocol', `${ask}Upgrade: websocket\r\n\r\n`],
    ['that expects something', `${ask}Expect: 100-continue\r\n\r\n`],
    ['without a host', 'GET /live HTTP/1.1\r\nAccept: a\r\n\r\n'],
    ['without headers', 'GET /live HTTP/1.1\r\n\r\n'],
    ['with a header twice', `${ask}Origin: http://a\r\norigin: http://b\r\n\r\n`],
    ['with a folded header', `${ask}X-a: b\r\n c\r\n\r\n`],
    ['with a bare line break', `${ask}X-a: b\nOrigin: http://b\r\n\r\n`],
    ['with a bare return', `${ask}X-a: b\rOrigin: http://b\r\n\r\n`],
    ['with a space before a colon', `${ask}Origin : http://b\r\n\r\n`],
    ['with a line that is no header', `${ask}nonsense\r\n\r\n`],
    ['with letters beyond ASCII', `${ask}X-a: \xe9\r\n\r\n`],
    ['with a null', `${ask}X-a: \0\r\n\r\n`],
    ['with a query', 'GET /live?a HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['of HTTP/1.0', 'GET /live HTTP/1.0\r\nHost: a\r\n\r\n'],
    ['with another method', 'POST /live HTTP/1.1\r\nHost: a\r\n\r\n'],
  ] as const)('%s is left to the HTTP server', ([, text]) => {
    expect(headersIn(text)).toBeUndefined()
  })
})

describe('a connection', () => {
  let server: Server
  const sockets: Socket[] = []

  async function open(takes: boolean, patience = 10_000) {
    server = createServer((request, response) => response.end(`HTTP ${request.url}`))
    takeStreams(server, false, patience, ({ headers, socket }) => {
      if (takes) socket.write(`direct ${headers.accept}`)
      return takes
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
  }

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  /** Connects; `text` is everything received. The connection is not closed because the other end is. */
  function speak() {
    const { port } = server.address() as AddressInfo
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
    const open = { socket, text: '', ended: false }
    sockets.push(socket)
    socket.on('error', () => undefined).setEncoding('latin1')
    socket.on('data', (text: string) => {
      open.text += text
    })
    socket.on('end', () => {
      open.ended = true
    })
    return open
  }

  test('that asks for the stream is taken, and closed when it says more', async () => {
    await open(true)
    const viewer = speak()
    viewer.socket.write(`${ask}Accept: stream\r\n\r\n`)
    await expect.poll(() => viewer.text).toBe('direct stream')
    viewer.socket.write(`${ask}\r\n`)
    await expect.poll(() => viewer.ended).toBe(true)
    expect(viewer.text).toBe('direct stream')
  })

  test.for([
    ['is not taken', [`${ask}\r\n`], false, '/live'],
    ['comes in parts', [`${ask}Acc`, 'ept: stream\r\n\r\n'], true, '/live'],
    ['asks for something else', ['GET /a HTTP/1.1\r\nHost: a\r\n\r\n'], true, '/a'],
    ['asks for more at once', [`${ask}\r\n${ask}\r\n`], true, '/live'],
  ] as const)('that %s is answered by the HTTP server', async ([, parts, takes, path]) => {
    await open(takes)
    const viewer = speak()
    const [socket] = await once(server, 'connection')
    let sent = 0
    for (const part of parts) {
      viewer.socket.write(part)
      sent += part.length
      await expect.poll(() => socket.bytesRead).toBe(sent)
    }
    await expect.poll(() => viewer.text).toContain(`HTTP ${path}`)
    viewer.text = ''
    // The second request on a connection is the server's too.
    viewer.socket.write('GET /b HTTP/1.1\r\nHost: a\r\n\r\n')
    await expect.poll(() => viewer.text).toContain('HTTP /b')
  })

  test('on which nothing arrives is closed', async () => {
    await open(true, 50)
    const silent = speak()
    await expect.poll(() => silent.ended).toBe(true)
    expect(silent.text).toMatch(/^HTTP\/1.1 408 /)
  })

  test('of a viewer who does not close it is closed with the server', async () => {
    await open(true)
    const viewer = speak()
    speak()
    viewer.socket.write(`${ask}\r\n`)
    await expect.poll(() => viewer.text).not.toBe('')
    const count = () => promisify(server.getConnections).call(server)
    await expect.poll(count).toBe(2)
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  })
})
