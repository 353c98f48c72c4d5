import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { deck } from '../../slides/deck.ts'
import { helpOf, type Option, parse } from '../../src/cli/args.ts'
import { findBrowser, launch, thisMachine } from '../../src/cli/browser.ts'
import { slidesOf } from '../../src/model/deck.ts'
import { DeckError, exitCodes } from '../../src/model/error.ts'
import { fullBrowser, timePdf } from './commands.ts'
import { type Contender, makeDecks } from './decks.ts'
import { grown } from './grow.ts'
import { walk } from './keys.ts'
import { firstKey, load } from './load.ts'
import { figuresTable, goalsTable } from './report.ts'
import { type Measure, Results } from './results.ts'
import { folderOf, install, root, run, scratch, versionOf } from './scratch.ts'
import { type Served, serve } from './serve.ts'

const options = {
  quick: { type: 'boolean', help: 'một lượt, chỉ bộ trang thật, không in PDF' },
  rounds: { type: 'string', value: 'SỐ', help: 'số lượt, mặc định 5 (ít hơn khi nhiều trang)' },
  only: {
    type: 'string',
    value: 'PHẦN',
    help: 'load, keys, memory, build, pdf; cách nhau dấu phẩy',
  },
  slides: { type: 'string', value: 'SỐ', help: 'số trang, mặc định 21,160,1000' },
  out: { type: 'string', value: 'TỆP', help: 'ghi mọi số đo ra tệp JSON' },
} as const satisfies Record<string, Option>

const help = helpOf(
  'npm run bench -- [--quick] [--rounds SỐ] [--only PHẦN] [--slides SỐ,SỐ] [--out TỆP]',
  [
    'Đo bộ trang đã dựng cạnh reveal.js viết tay, Marp CLI và một trang chỉ có <h1>,',
    'xen kẽ nhau trong cùng một lần chạy. Mọi thứ sinh ra nằm trong node_modules/.cache.',
  ].join('\n'),
  options,
)

const parts = ['load', 'keys', 'memory', 'build', 'pdf'] as const

type Part = (typeof parts)[number]

interface Plan {
  readonly sizes: readonly number[]
  readonly rounds: (size: number) => number
  readonly does: (part: Part) => boolean
  readonly out: string | undefined
}

const wrong = (name: string, value: string, hint: string) =>
  new DeckError(`Không hiểu --${name} ${value}.`, hint, { exitCode: exitCodes.usage })

const numbersIn = (name: string, value: string): readonly number[] =>
  value.split(',').map((word) => {
    const number = Number(word)
    if (Number.isInteger(number) && number > 0) return number
    throw wrong(name, value, 'Viết số nguyên dương, ví dụ 21,160.')
  })

function planOf(values: ReturnType<typeof parse>): Plan {
  const real = slidesOf(deck).length
  const sizes = values.slides ? numbersIn('slides', String(values.slides)) : undefined
  const only = values.only ? String(values.only).split(',') : undefined
  if (only?.some((word) => !parts.includes(word as Part))) {
    throw wrong('only', String(values.only), `Các phần: ${parts.join(', ')}.`)
  }
  const [rounds] = values.rounds ? numbersIn('rounds', String(values.rounds)) : []
  const quick = values.quick === true
  return {
    sizes: sizes ?? (quick ? [real] : [real, 160, 1000]),
    rounds: (size) => rounds ?? (quick ? 1 : size <= 50 ? 5 : size <= 300 ? 3 : 2),
    does: (part) => (only ? only.includes(part) : part !== 'pdf' || !quick),
    out: values.out as string | undefined,
  }
}

/** The decks of a round, each round beginning with another one. */
const turned = <T>(list: readonly T[], by: number): readonly T[] =>
  list.map((_, at) => list[(at + by) % list.length] as T)

/** As many slides are turned by key, at most. */
const mostTurns = 160

/** One deck's share of a round in the browser. */
async function visitOnce(
  results: Results,
  size: number,
  { name, face }: Contender,
  { url }: Served,
  browser: Browser,
  { does }: Plan,
): Promise<void> {
  const add = (measure: Measure, value: number) => results.add(size, measure, name, value)
  for (const line of does('load') ? (['fast', 'slow'] as const) : []) {
    const seen = await load(browser, url, face, line)
    for (const figure of ['fcp', 'lcp', 'blocking', 'ready'] as const) {
      add(`${figure} ${line}`, seen[figure])
    }
    if (line === 'slow') {
      add('bytes', seen.bytes / 1000)
      add('requests', seen.requests)
    }
    if (name !== 'h1') add(`key ${line}`, await firstKey(browser, url, face, line))
  }
  if (name === 'h1' || !(does('keys') || does('memory'))) return
  const { p50, p95, heap, process } = await walk(browser, url, face, Math.min(size, mostTurns) - 1)
  if (does('keys')) {
    add('key p50', p50)
    add('key p95', p95)
  }
  if (does('memory')) {
    add('heap', heap)
    if (process !== undefined) add('process', process)
  }
}

/** Everything at one number of slides, interleaved. */
async function measure(
  results: Results,
  size: number,
  contenders: readonly Contender[],
  plan: Plan,
  programs: Parameters<typeof timePdf>[3],
): Promise<void> {
  const rounds = plan.rounds(size)
  // Once before it counts: caches of the disk are warm for everybody.
  for (const { build } of contenders) if (build) await run(build)
  for (let round = 0; plan.does('build') && round < rounds; round += 1) {
    for (const { name, build } of turned(contenders, round)) {
      if (build) results.add(size, 'build', name, await run(build))
    }
  }
  const served = new Map<Contender, Served>()
  const browser = await launch(programs.own)
  try {
    for (const contender of contenders) served.set(contender, await serve(contender))
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of turned(contenders, round)) {
        const site = served.get(contender)
        if (site) await visitOnce(results, size, contender, site, browser, plan)
      }
    }
  } finally {
    for (const { stop } of served.values()) stop()
    await browser.close()
  }
  // What takes seconds varies less.
  for (let round = 0; plan.does('pdf') && round < Math.ceil(rounds / 2); round += 1) {
    for (const contender of turned(contenders, round)) {
      await timePdf(results, size, contender, programs)
    }
  }
}

const loadNow = (): string =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')

async function bench(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const plan = planOf(values)
  const start = performance.now()
  const here = await install()
  const own = await findBrowser(thisMachine)
  const full = await fullBrowser()
  const withMarp = here.has('@marp-team/marp-cli')
  const browser = await launch(own)
  const versions = {
    'Node.js': process.versions.node,
    Chromium: browser.version(),
    'reveal.js': await versionOf(join(root, 'node_modules/reveal.js')),
    Vite: await versionOf(join(root, 'node_modules/vite')),
    ...(withMarp && { 'Marp CLI': await versionOf(folderOf('@marp-team/marp-cli')) }),
  }
  await browser.close()
  const loadBefore = loadNow()
  console.log(
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(' · '),
  )
  console.log(`Trình duyệt: ${own.path}; PDF, trình duyệt đầy đủ: ${full?.path ?? 'không có'}`)
  console.log('Mạng chậm: 1,6 Mbps, 150 ms, CPU ÷ 4. Mỗi ô: trung vị (nhỏ nhất–lớn nhất) × tỉ lệ')
  console.log('so với reveal.js viết tay.')
  const results = new Results()
  for (const size of plan.sizes) {
    const contenders = await makeDecks(join(scratch, String(size)), grown(deck, size), size, {
      fonts: here.has('@fontsource/be-vietnam-pro'),
      withMarp,
    })
    await measure(results, size, contenders, plan, { own, full })
    console.log(`\nSố lượt: ${plan.rounds(size)}; tải của máy: ${loadNow()}\n`)
    console.log(figuresTable(results, size))
  }
  console.log(`\n${goalsTable(results, plan.sizes)}`)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`\nĐo trong ${seconds} giây; tải của máy trước khi đo: ${loadBefore}`)
  if (plan.out) {
    const raw = { versions, load: loadBefore, sizes: plan.sizes, figures: results }
    await writeFile(plan.out, `${JSON.stringify(raw, null, 2)}\n`)
  }
}

/** Runs the bench; people see a message and a hint, never a stack. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await bench(args)
    return exitCodes.ok
  } catch (error) {
    if (!(error instanceof DeckError)) {
      console.error(error)
      return exitCodes.fault
    }
    console.error(`Lỗi: ${error.message}`)
    console.error(error.hint)
    return error.exitCode
  }
}
