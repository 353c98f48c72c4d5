import { join } from 'node:path'
import { deck } from '#deck'
import { findBrowser, thisMachine } from '../../../src/cli/browser/find-browser.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { launch } from '../../support/launch.ts'
import { type Bench, inRounds, type Plan, type Run, runBench } from '../bench.ts'
import type { Figures } from '../results.ts'
import { folderOf, install, root, run, scratch, sourcesAt, titleOf } from '../scratch.ts'
import { timeBuild, timePdf } from './commands.ts'
import { type Contender, makeDecks } from './decks.ts'
import { grown } from './grow.ts'
import { serve } from './serve.ts'
import { firstKey, load, type Visit, walk } from './visits.ts'

const real = slidesOf(deck).length

/** The most slides to turn by key. */
const mostTurns = 160

const starter = ['starter'] as const
const marp = ['marp'] as const
const best = ['starter', 'marp'] as const

/** A thousand slides beside the deck as it is. */
const grownTo = { at: 'large', over: ['ours'], of: 'small' } as const

/** The bench of pages and commands: what is measured, and the goals. */
export const pages: Bench = {
  command: 'bench',
  purpose: `Đo bộ trang đã dựng cạnh reveal.js viết tay và Marp CLI, xen kẽ nhau trong cùng một lần chạy.
Mọi thứ sinh ra nằm trong node_modules/.cache.`,
  sizes: { option: 'slides', least: real, whole: [real, 160, 1000], quick: [real] },
  rounds: (size) => (size < 50 ? 5 : 2),
  only: ['load', 'keys', 'build', 'pdf'],
  unit: 'trang',
  classOf: (size) => (size < 50 ? 'small' : size >= 1000 ? 'large' : undefined),
  labels: {
    ours: 'bộ này',
    before: 'bộ này trước đây',
    starter: 'reveal.js viết tay',
    marp: 'Marp CLI',
  },
  figures: {
    bytes: ['tải lần đầu, cả phông, kB', { most: 90 }],
    requests: ['số yêu cầu'],
    'fcp fast': ['nét vẽ đầu, mạng nhanh, ms'],
    'lcp fast': ['nét vẽ lớn nhất, mạng nhanh, ms'],
    'ready fast': ['sẵn sàng, mạng nhanh, ms'],
    'key fast': ['phím đầu có tác dụng, mạng nhanh, ms', { most: 0.9, over: best }],
    'blocked fast': ['luồng chính bị chặn, mạng nhanh, ms', { most: 1, over: starter }],
    'fcp slow': ['nét vẽ đầu, mạng chậm, ms', { most: 0.9, over: marp }, { ...grownTo, most: 1.2 }],
    'lcp slow': ['nét vẽ lớn nhất, mạng chậm, ms', { most: 0.7, over: starter }],
    'ready slow': [
      'sẵn sàng, mạng chậm, ms',
      { most: 0.8, over: best },
      { most: 0.5, over: best, at: 'large' },
    ],
    'key slow': ['phím đầu có tác dụng, mạng chậm, ms', { most: 0.9, over: best }],
    'blocked slow': ['luồng chính bị chặn, mạng chậm, ms', { most: 1, over: starter }],
    'key p50': ['từ phím đến trang đã vẽ, p50, ms', { ...grownTo, most: 1.5 }],
    'key p95': ['từ phím đến trang đã vẽ, p95, ms', { most: 0.8, over: best }],
    heap: ['bộ nhớ JavaScript sau khi lật, MB'],
    process: ['bộ nhớ tiến trình sau khi lật, MB'],
    build: [
      'dựng sau khi sửa một trang, s',
      { most: 2, over: starter },
      { most: 2, over: starter, at: 'large' },
    ],
    start: ['mở bộ đã dựng, đến khi phục vụ, s', { most: 0.8 }],
    pdf: ['lệnh PDF chỉ trang chiếu, s', { most: 1, over: marp, at: 'large' }],
    'pdf all': ['lệnh PDF ra mọi tệp, s', { most: 1, over: marp, measure: 'pdf' }],
    'pdf size': ['tệp PDF, kB', { most: 150 }],
  },
  prepare,
}

async function prepare({ does, against, rounds }: Plan): Promise<Run> {
  const before = against === undefined ? undefined : await sourcesAt(against)
  if (!before) await install()
  const program = await findBrowser(thisMachine)
  const versions = ['reveal.js', 'vite'].map((name) => titleOf(join(root, 'node_modules', name)))
  const rivals = before ? [] : [titleOf(folderOf('@marp-team/marp-cli'))]
  return {
    names: before ? ['before', 'ours'] : ['starter', 'ours', 'marp'],
    told: [...versions, ...rivals, program.path, 'mạng chậm: 1,6 Mbps, 150 ms, CPU ÷ 4'],
    async measure(size, add) {
      const env = { CHROME_PATH: program.path, ...program.env }
      const making = { folder: join(scratch, `${size}`), deck: grown(deck, size), total: size, env }
      const contenders = await makeDecks(making, before)
      const interleaved = (
        part: string,
        count: number,
        act: (contender: Contender) => Promise<Figures>,
      ) =>
        inRounds(does(part) ? contenders : [], count, async (each) =>
          add(each.name, await act(each)),
        )
      const most = rounds(size)
      // One build before measuring, so that the disk's caches are warm for all decks.
      for (const { build } of contenders) await run(build)
      await interleaved('build', most, timeBuild)
      const browser = await launch(program)
      const served = await Promise.all(contenders.map(serve))
      const to = (contender: Contender, network: Visit['network']): Visit => {
        const { url = '' } = served[contenders.indexOf(contender)] ?? {}
        return { ...contender, browser, network, url }
      }
      try {
        await interleaved('load', most, async (each) => ({
          ...(await load(to(each, 'fast'))),
          ...(await firstKey(to(each, 'fast'))),
          ...(await load(to(each, 'slow'))),
          ...(await firstKey(to(each, 'slow'))),
        }))
        await interleaved('keys', most, (each) =>
          walk(to(each, 'fast'), Math.min(size, mostTurns) - 1),
        )
      } finally {
        for (const { stop } of served) stop()
        await browser.close()
      }
      // Half the rounds: what takes seconds varies less.
      await interleaved('pdf', Math.ceil(most / 2), timePdf)
    },
  }
}

/** Runs the bench and returns its exit code. */
export const main = (args: readonly string[]): Promise<number> => runBench(pages, args)
