import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { places } from '../../../src/build/sources/places.js'
import { DeckError } from '../../../src/model/error.ts'
import { type Bench, inRounds, type Plan, type Run, runBench } from '../bench.ts'
import { folderOf, install, root, sourcesAt, titleOf } from '../scratch.ts'
import { drive, place } from './drive.ts'
import { findNginx } from './nginx.ts'

const rival = ['socket.io'] as const

/** Whatever the number of viewers. */
const never = [{ most: 0 }, { most: 0, at: 'large' }] as const

/** The bench of the relay: what is measured, and the goals. */
export const live: Bench = {
  command: 'bench:live',
  purpose: `Đo máy chủ theo dõi (--live) cạnh socket.io theo cách của reveal-multiplex và một vòng lặp
gửi trần, xen kẽ nhau trong cùng một lần chạy, người xem ở tiến trình riêng trên máy này. Máy chủ có HTTPS,
và đứng sau nginx với HTTPS và HTTP/2: --only ours,tls,nginx,h2 --viewers 3000`,
  sizes: { option: 'viewers', least: 1, whole: [300, 3000, 10_000], quick: [300] },
  rounds: () => 2,
  only: ['ours', 'socket.io', 'loop', 'tls', 'nginx', 'h2'],
  extra: ['tls', 'nginx', 'h2'],
  unit: 'người xem',
  // From here on the relay has to be much better than socket.io.
  classOf: (viewers) => (viewers >= 5000 ? 'large' : 'small'),
  labels: {
    ours: 'máy chủ này',
    before: 'máy chủ này trước đây',
    'socket.io': 'socket.io',
    loop: 'vòng lặp gửi trần',
    tls: 'máy chủ này, HTTPS',
    nginx: 'sau nginx, HTTPS',
    h2: 'sau nginx, HTTP/2',
  },
  figures: {
    p50: ['từ đổi trang đến người xem, p50, ms'],
    p95: ['từ đổi trang đến người xem, p95, ms'],
    p99: ['từ đổi trang đến người xem, p99, ms', { most: 0.65, over: rival, at: 'large' }],
    max: ['từ đổi trang đến người xem, lâu nhất, ms'],
    all: ['đến khi mọi người đã nhận, ms', { most: 0.75, over: rival, at: 'large' }],
    cpu: [
      'CPU mỗi lần đổi trang, ms',
      { most: 1, over: rival },
      { most: 0.65, over: rival, at: 'large' },
    ],
    'front cpu': ['CPU của nginx mỗi lần đổi trang, ms'],
    stall: ['vòng sự kiện đứng lâu nhất, ms', { most: 50, at: 'large' }],
    'p95 pointing': ['từ đổi trang, khi đang dùng con trỏ, p95, ms'],
    'pointer p95': ['từ con trỏ đến người xem, p95, ms'],
    'pointer rate': ['số chỗ con trỏ một người nhận mỗi giây'],
    'pointing cpu': ['CPU mỗi giây khi đang dùng con trỏ, ms'],
    join: ['CPU mỗi người vào, µs'],
    memory: ['bộ nhớ mỗi người xem, kB', { most: 0.8, over: rival, at: 'large' }],
    whole: ['bộ nhớ cả tiến trình, MB'],
    back: [
      'bị giết, đến khi mọi người trở lại, s',
      { most: 0.5, over: rival },
      { most: 0.5, over: rival, at: 'large' },
    ],
    'back pointing': ['như vậy khi đang dùng con trỏ, s'],
    'back cpu': ['CPU mỗi người trở lại, µs'],
    unaware: ['người vào mà chưa có trạng thái', ...never],
    'back unaware': ['người trở lại mà chưa có trạng thái', ...never],
    lost: ['người không có trạng thái cuối', ...never],
  },
  prepare,
}

/** Bundles a program as JavaScript, so that no server has to compile anything when it starts. */
async function bundle(name: string, source: string): Promise<void> {
  await build({
    ...{ root, configFile: false, logLevel: 'warn' },
    // Files that are read from beside their source stay there.
    plugins: [places],
    build: {
      ...{ ssr: true, target: 'node20', minify: false, outDir: place, emptyOutDir: false },
      rolldownOptions: { external: ['socket.io'], input: { [name]: source } },
    },
  })
}

/** Throws a `DeckError` if a process may not open as many files as there are viewers. */
async function checkLimit(sizes: readonly number[]): Promise<void> {
  const text = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  const most = Number(/open files +(\d+)/.exec(text)?.[1] ?? 1200) - 200
  if (sizes.every((size) => size <= most)) return
  const hint = `Tăng trước khi chạy: ulimit -n 20000; hoặc chọn ít hơn: --viewers ${most}`
  throw new DeckError(`Giới hạn số tệp mở chỉ cho ${most} người xem.`, hint)
}

async function prepare({ against, does, sizes, rounds }: Plan): Promise<Run> {
  const all = ['socket.io', 'ours', 'loop', 'tls', 'nginx', 'h2']
  const names = against === undefined ? all.filter(does) : ['before', 'ours']
  await checkLimit(sizes)
  if (names.includes('nginx') || names.includes('h2')) findNginx()
  if (names.includes('socket.io')) await install()
  await mkdir(place, { recursive: true })
  for (const name of ['ours', 'loop', 'audience', 'socket.io']) {
    await bundle(name, join(import.meta.dirname, `${name.replace('.', '-')}.ts`))
  }
  if (against !== undefined) {
    const before = join(await sourcesAt(against), 'tests')
    // The earlier relay, in a server that answers the calls of this bench.
    for (const part of ['bench', 'support/running-order.ts', 'unit/relay/certificate.ts']) {
      await cp(join(root, 'tests', part), join(before, part), { recursive: true })
    }
    await bundle('before', join(before, 'bench/live/ours.ts'))
  }
  return {
    names,
    told: names.includes('socket.io') ? [titleOf(folderOf('socket.io'))] : [],
    async measure(viewers, add) {
      await inRounds(names, rounds(viewers), async (name) => add(name, await drive(name, viewers)))
    },
  }
}

/** Runs the bench and returns its exit code. */
export const main = (args: readonly string[]): Promise<number> => runBench(live, args)
