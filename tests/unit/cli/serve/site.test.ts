import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSite } from '../../../../src/cli/serve/site.ts'

let folder = ''
let site: ReturnType<typeof createSite>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<h1>trang</h1>'.repeat(20))
  await writeFile(join(folder, 'index.html.gz'), gzipSync('<h1>nén</h1>'))
  await writeFile(join(folder, 'assets/a-1234.js'), 'void 0')
  await writeFile(join(folder, '.written.json'), '[]')
  await writeFile(join(folder, '../outside.txt'), 'ngoài')
  site = createSite(folder).listen(0, '127.0.0.1')
  await once(site, 'listening')
})

afterAll(async () => {
  site.close()
  await rm(join(folder, '../outside.txt'))
  await rm(folder, { recursive: true })
})

/** Sends a path unchanged; `fetch` would normalise it. */
async function ask(path: string, headers = {}, method = 'GET') {
  const { port } = site.address() as AddressInfo
  const sent = request({ port, path, method, headers, agent: false }).end()
  const [response] = await once(sent, 'response')
  let body = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk
  })
  await once(response, 'end')
  return { status: response.statusCode as number, headers: response.headers, body }
}

describe('the server', () => {
  test('sends a page with the strict policy', async () => {
    const { status, headers } = await ask('/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('allows the inline style of the page as it is now, and no other', async () => {
    const styles = async (page: string) => {
      await writeFile(join(folder, 'index.html'), page)
      const { headers } = await ask('/')
      return /style-src ([^;]*);/.exec(String(headers['content-security-policy']))?.[1]
    }
    const before = await readFile(join(folder, 'index.html'), 'utf8')
    const hash = createHash('sha256').update('a{b:c}\n').digest('base64')
    expect(await styles('<style data-file="x">a{b:c}\n</style>')).toBe(`'self' 'sha256-${hash}'`)
    expect(await styles(before)).toBe("'self'")
    expect((await ask('/.written.json')).headers['content-security-policy']).not.toContain('sha256')
  })

  test('sends the compressed copy to clients that accept it', async () => {
    const { headers, body } = await ask('/', { 'Accept-Encoding': 'gzip, deflate' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(body).not.toContain('trang')
  })

  test('lets hashed files be cached for good', async () => {
    const { headers } = await ask('/assets/a-1234.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.for([
    ['/../outside.txt', 404],
    ['/%2e%2e/outside.txt', 404],
    ['/..%2foutside.txt', 404],
    ['/.written.json', 404],
    ['/nothing.html', 404],
    ['/assets', 404],
    ['/%E0%A4%A', 400],
    ['/%00', 400],
  ] as const)('answers %s with %i', async ([path, status]) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('ngoài')
  })

  test.for([
    ['/nothing.html', './'],
    ['/mang-theo/nothing.html?x=/a/', '..'],
    ['/a/b/', '../..'],
  ])(
    'answers a browser at %s with a page that says 404 and links back to the deck',
    async ([path, home]) => {
      const { status, headers, body } = await ask(path ?? '', { Accept: 'text/html,*/*' })
      expect(status).toBe(404)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(body).toContain('<h1>Không tìm thấy địa chỉ này</h1>')
      expect(body).toContain(`<a href="${home}">Mở bộ trang chiếu</a>`)
      const [, style = ''] = /<style>(.*)<\/style>/s.exec(body) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}';`)
      expect(body).not.toMatch(/<script|style=/)
    },
  )

  test('sends the relay’s worker to a browser that has the site’s, even if both have the same date', async () => {
    const then = new Date('2018-05-15T08:00:00Z')
    for (const [name, text] of [
      ['sw.js', 'void 0'],
      ['sw-live.js', 'void 1'],
    ] as const) {
      await writeFile(join(folder, name), text)
      await utimes(join(folder, name), then, then)
    }
    const { headers } = await ask('/sw.js')
    const had = {
      ...(headers.etag && { 'If-None-Match': headers.etag }),
      'If-Modified-Since': then.toUTCString(),
    }
    expect(await ask('/sw-live.js', had)).toMatchObject({ status: 200, body: 'void 1' })
  })

  test('has an icon where browsers request one by themselves', async () => {
    const { status, headers, body } = await ask('/favicon.ico')
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'image/svg+xml',
    })
    expect(body).toMatch(/^<svg /)
  })

  test('answers 500 for a file that cannot be read, and keeps running', async () => {
    const page = await readFile(join(folder, 'index.html'))
    await rm(join(folder, 'index.html'))
    await mkdir(join(folder, 'index.html'))
    const { status, body } = await ask('/')
    expect({ status, body }).toEqual({ status: 500, body: 'Máy chủ không đọc được tệp này.\n' })
    await rm(join(folder, 'index.html'), { recursive: true })
    await writeFile(join(folder, 'index.html'), page)
    expect((await ask('/')).status).toBe(200)
  })

  test.for(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await ask('/', {}, method)).status).toBe(405)
  })

  test.for([
    'bytes=100-50',
    'bytes=0-18446744073709551615',
    'bytes=-5',
    'bytes=99999-',
    'nonsense',
  ])('survives the range %s', async (range) => {
    expect([200, 206, 416]).toContain((await ask('/', { Range: range })).status)
    expect((await ask('/')).status).toBe(200)
  })
})
