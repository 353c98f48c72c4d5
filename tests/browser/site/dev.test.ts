import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, position } from '../support/browser.ts'

const root = join(import.meta.dirname, '../../..')

/** Where the deck is that these tests know. */
const slides = dirname(process.env.DECK ?? '')

let copy = ''
let server: ViteDevServer

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'bộ trang [1] '))
  const sequencer = 'tests/support/slowest-first.ts'
  const parts = ['src', slides, 'assets', 'vite.config.ts', 'package.json', 'tsconfig.json']
  for (const name of [...parts, sequencer]) {
    await cp(join(root, name), join(copy, name), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  server = await createServer({
    configFile: join(copy, 'vite.config.ts'),
    cacheDir: join(copy, '.vite'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  })
  await server.listen()
})

afterAll(async () => {
  await server.close()
  await rm(copy, { recursive: true })
})

test('a saved slide shows on the slide and fragment where the author was', async () => {
  const page = await (await browser()).newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${server.resolvedUrls?.local[0]}#/con-so/0`)
  await page.waitForSelector('.presenting section.present', { timeout: 30_000 })
  expect(await position(page)).toEqual({ id: 'con-so', step: 1 })

  const module = join(copy, slides, 'opening.ts')
  const source = await readFile(module, 'utf8')
  await writeFile(module, source.replace("lead: 'cho mượn'", "lead: 'cho thuê'"))
  await page.waitForFunction(
    () =>
      document.documentElement.matches('.presenting') &&
      document.querySelector('#con-so.present')?.textContent?.includes('cho thuê'),
  )
  expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
  await page.close()
})
