import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  type BrowserProgram,
  findBrowser,
  thisMachine,
} from '../../src/cli/browser/find-browser.ts'
import { presents } from '../browser/support/browser.ts'
import { launch } from '../support/launch.ts'
import { addressOf, type Checkout, checkout, done, freePort, interrupt, says } from './checkout.ts'

let own: Checkout
let program: BrowserProgram
let browser: Browser
beforeAll(async () => {
  own = await checkout()
  // What is needed to change the deck is not needed to show it.
  await own.install('dev')
  program = await findBrowser(thisMachine)
  browser = await launch(program)
})
afterAll(async () => {
  await browser.close()
  await own.remove()
})

/**
 * Has `xdg-open` write the address that it is given into a file, for tests on a machine with a
 * screen.
 */
async function recordOpened(folder: string) {
  const opened = join(folder, 'opened')
  await writeFile(
    join(folder, 'xdg-open'),
    `#!/bin/sh\necho "$1" > "${opened}.part"\nmv "${opened}.part" "${opened}"\n`,
    { mode: 0o755 },
  )
  const env = {
    PATH: `${folder}${delimiter}${process.env.PATH}`,
    DISPLAY: ':7',
    CI: '',
    SSH_CONNECTION: '',
  }
  return { opened, env }
}

// What runs and what is set on the machine of a user is not what these tests have set.
test.for([{}, { NODE_ENV: 'development' }] as const)(
  'what npm start opens with %j is kept by a browser, and opens again when all is gone',
  async (env) => {
    const port = await freePort()
    await rm(join(own.folder, 'dist'), { recursive: true, force: true })
    const start = own.run(`npm start -- --port ${port}`, env)
    // Whoever comes while it builds waits for it, and finds all of it.
    await says(start, /Đang dựng/)
    const early = await fetch(`http://127.0.0.1:${port}/`)
    expect(await early.text()).toMatch(/<html.*<\/html>\s*$/s)
    const address = await addressOf(start)
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(address)
    await presents(page)
    const kept = page.locator('#help .offline')
    await expect.poll(() => kept.textContent()).toBe('Dùng được khi không có mạng')
    await interrupt(start)
    await expect(fetch(address)).rejects.toThrow()
    await page.close()
    const again = await context.newPage()
    await again.goto(address)
    await presents(again)
    await context.close()
  },
)

test.for([
  ['const half = {', /Lỗi: Không đọc được “slides.cover\.ts”, dòng \d+\./],
  ["import './no-such-slide.ts'", /Lỗi: Không đọc được “slides.cover\.ts”, dòng \d+\./],
  ["throw new Error('hỏng')", /“slides.cover\.ts”, dòng \d+\.[\s\S]*Chi tiết: hỏng/],
  ['cover.notes = undefined', /Lỗi: Trang có id “hoi-nghi” ghi chưa đúng.*\nChạy npm run check/],
] as const)('a mistake in a slide, “%s”, is named in three lines', async ([mistake, words]) => {
  const slide = join(own.folder, 'slides/cover.ts')
  const before = await readFile(slide, 'utf8')
  await writeFile(slide, `${before}\n${mistake}\n`)
  const build = own.run('npm run --silent build')
  expect(await done(build)).toBe(2)
  await writeFile(slide, before)
  expect(build.said).toMatch(words)
  expect(build.said.slice(build.said.indexOf('Lỗi')).trim().split('\n')).toHaveLength(3)
})

test('packages that were installed on another system are named, with what to do', async () => {
  const slide = join(own.folder, 'slides/cover.ts')
  const before = await readFile(slide, 'utf8')
  await writeFile(slide, `${before}\n`)
  const build = own.run('npm run --silent build', { NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere' })
  expect(await done(build)).toBe(2)
  expect(build.said).toMatch(/^Lỗi: Các gói đã cài thiếu phần cần cho máy này\.\nXoá .*npm ci/)
  await writeFile(slide, before)
})

test('a place where nothing can be written is named, with what to do', async () => {
  const cache = join(own.folder, 'node_modules/.cache')
  await rename(cache, `${cache}-aside`)
  await writeFile(cache, '')
  const build = own.run('npm run --silent build')
  expect(await done(build)).toBe(3)
  expect(build.said).toMatch(
    /^Lỗi: Không ghi được “.*\.cache.*”: (ở đó|có phần).*\.\nKiểm tra chỗ trống/,
  )
  expect(build.said.trim().split('\n')).toHaveLength(2)
  await rm(cache)
  await rename(`${cache}-aside`, cache)
})

test('npm start builds nothing again until a slide changes, and then builds that', async () => {
  const open = async () => {
    const start = own.run(`npm start -- --port ${await freePort()}`)
    const address = await addressOf(start)
    const [page, packed] = await Promise.all(
      ['', 'mang-theo/khan-gia.html'].map(async (path) => (await fetch(address + path)).text()),
    )
    await interrupt(start)
    return { said: start.said, page, packed }
  }
  // The deck as data, which has a name of its own, is in none of the others.
  const scripts = async () =>
    (await readdir(join(own.folder, 'dist/assets'))).filter((name) => /^(?!deck-).*js$/.test(name))
  await open()
  expect((await open()).said).not.toContain('Đang dựng')
  const published = await scripts()
  const slide = join(own.folder, 'slides/cyber-defence.ts')
  const before = await readFile(slide, 'utf8')
  await writeFile(slide, before.replaceAll('tình hình hiện nay', 'tình hình thử lại'))
  const changed = await open()
  expect(changed.said).toContain('Đang dựng')
  // A packed file is asked for before it is made, and answered when it is.
  for (const html of [changed.page, changed.packed]) {
    expect(html).toContain('tình hình thử lại')
    expect(html).toMatch(/<\/html>\s*$/)
  }
  // Who has visited before loads none of them again.
  expect(await scripts()).toEqual(published)
  await writeFile(slide, before)
})

test('a deck that is open stays open when there is no room for what to take along', async () => {
  const folder = join(own.folder, 'dist/mang-theo')
  await rm(join(own.folder, 'dist/.written.json'), { force: true })
  await rm(folder, { recursive: true, force: true })
  // What the system refuses, as a full disk would.
  await mkdir(dirname(folder), { recursive: true })
  await writeFile(folder, '')
  const start = own.run(`npm start -- --port ${await freePort()}`)
  const address = await addressOf(start)
  await says(start, /Lỗi: .*mang-theo.*\n.*\nCác trang vẫn mở được/)
  expect((await fetch(address)).status).toBe(200)
  expect((await fetch(`${address}mang-theo/khan-gia.html`)).status).toBe(404)
  await interrupt(start)
  await rm(folder)
})

test.runIf(process.platform === 'linux').for([
  { option: '', opens: true, of: 'in a terminal' },
  { option: '--no-open', opens: false, of: 'told not to' },
  { option: '', opens: false, of: 'into a pipe' },
])('npm start $of opens a browser: $opens', async ({ option, opens, of }) => {
  const place = await mkdtemp(join(tmpdir(), 'opened-'))
  const { opened, env } = await recordOpened(place)
  const command = `npm start -- --port ${await freePort()} ${option}`
  // A program that gives another a terminal of its own.
  const inTerminal = join(place, 'in-terminal')
  await writeFile(inTerminal, `exec script -qec "${command}" /dev/null\n`)
  const start = own.run(of === 'into a pipe' ? command.trim() : `sh ${inTerminal}`, env)
  const [, address = ''] = await says(start, /^ {2}(http:\S+)\s*$/m)
  await says(start, /Bấm F5 để trình chiếu, S để mở màn hình báo cáo viên[\s\S]*Ctrl\+C/)
  if (opens)
    await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(`${address}\n`)
  await interrupt(start)
  expect(existsSync(opened)).toBe(opens)
  await rm(place, { recursive: true })
})

test('npm run dev shows a saved change, names a mistake, and ends with Ctrl+C, in Vietnamese only', async () => {
  const slide = join(own.folder, 'slides/cyber-defence.ts')
  const before = await readFile(slide, 'utf8')
  const dev = own.run(`npm run --silent dev -- --port ${await freePort()}`)
  const address = await addressOf(dev)
  const shown = async () => (await fetch(address)).text()
  expect(await shown()).toContain('tình hình hiện nay')
  // Whatever the test ends with, the tests after it find the slide whole.
  onTestFinished(() => writeFile(slide, before))
  const mistake = /Lỗi: Không đọc được “slides.cyber-defence\.ts”, dòng \d+\.\nSửa/
  // Saved again until it shows: a first read may find the file empty, as it is being written, and no
  // author saves twice within the time in which Vite reads one change.
  const saved = async (text: string) => {
    await writeFile(slide, text)
    return shown()
  }
  await expect.poll(() => saved(`${before}\nconst half = {\n`), { interval: 1000 }).toMatch(mistake)
  expect((await fetch(address)).status).toBe(500)
  await says(dev, mistake)
  // Vite's script on that page loads it again once the mistake is mended.
  expect(await shown()).toContain('/@vite/client')
  expect(await shown()).not.toContain('Error')
  await expect
    .poll(() => saved(before.replaceAll('tình hình hiện nay', 'tình hình thử lại')), {
      interval: 1000,
    })
    .toContain('tình hình thử lại')
  await writeFile(slide, before)
  await interrupt(dev)
  await expect
    .poll(() =>
      fetch(address).then(
        () => 'open',
        () => 'gone',
      ),
    )
    .toBe('gone')
  const english = dev.said.split('\n').filter((line) => !/^(Chi tiết: .*| {2}http.*|)$/.test(line))
  expect(english.filter((line) => !/[à-ỹ]/i.test(line))).toEqual([])
})

test('vite alone, which would write nothing, names the commands to use', async () => {
  const vite = own.run('npx vite build')
  expect(await done(vite)).toBe(2)
  expect(vite.said.trim()).toMatch(/^Lỗi: .*vite\.\nDùng npm start.*$/)
})

test('what needs more than is there says what to install', async () => {
  const port = await freePort()
  const start = own.run(`npm start -- --live --nats nats://127.0.0.1:4222 --port ${port}`)
  expect(await done(start)).toBe(3)
  expect(start.said).toContain(
    'Lỗi: Lệnh này cần gói @nats-io/transport-node, mà gói ấy chưa cài.\nChạy npm ci',
  )
})

test('what npm run pack packs opens by double click, and what it builds can be hosted', async () => {
  await own.install()
  const pack = own.run('npm run pack')
  expect(await done(pack), pack.said).toBe(0)
  const dist = join(own.folder, 'dist')
  const taken = await readdir(join(dist, 'mang-theo'))
  expect(taken.filter((name) => /\.(part|html|pdf|pptx|docx|zip)$/.test(name)).sort()).toEqual([
    'bao-cao-vien.html',
    'bo-trang-chieu.zip',
    'de-cuong.docx',
    'de-cuong.pdf',
    'khan-gia.html',
    'tai-lieu-nguoi-nghe.pdf',
    'trang-chieu-bao-cao-vien.pptx',
    'trang-chieu-kem-ghi-chu.pdf',
    'trang-chieu.pdf',
    'trang-chieu.pptx',
  ])
  const context = await browser.newContext({ offline: true })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(dist, 'mang-theo/bao-cao-vien.html')).href)
  await presents(page)
  await context.close()
  const assets = await readdir(join(dist, 'assets'))
  const scripts = await Promise.all(
    assets
      .filter((name) => /\.js$/.test(name))
      .map((name) => readFile(join(dist, 'assets', name), 'utf8')),
  )
  expect(scripts.join('')).toContain('sw.js')
  // Whole, and nothing besides: what was put aside is gone.
  expect((await readdir(dist)).filter((name) => name.includes('part'))).toEqual([])
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'a browser that checkouts share keeps its fonts when one of them is gone',
  async () => {
    const { path, env } = program
    if (!env) return
    // Printing from this checkout, before, has used the browser through a link.
    const fonts = await readFile(join(dirname(path), 'fonts/fonts.conf'), 'utf8')
    expect(fonts).toContain(`<dir>${dirname(path)}/fonts</dir>`)
  },
)

test('npm run pdf that is stopped with Ctrl+C leaves nothing behind', async () => {
  await own.install()
  const { folder } = own
  const scratch = join(folder, '..', 'tmp')
  const out = join(folder, '..', 'out')
  for (const place of [scratch, out]) await mkdir(place)
  const pdf = own.run('npm run pdf -- --out ../out/a.pdf', { TMPDIR: scratch })
  await says(pdf, /Đang in bằng/)
  await interrupt(pdf)
  await expect.poll(() => readdir(scratch)).toEqual([])
  expect(await readdir(out)).toEqual([])
})
