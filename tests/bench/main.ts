import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { deck } from '#deck'
import { launch } from '../../src/cli/pdf/find-browser.ts'
import { findPrograms, type Programs, timePdf, timeStart } from './commands.ts'
import { exitCodeOf, loadNow, turned } from './common.ts'
import { type Contender, makeBoth, makeDecks } from './decks.ts'
import { grown } from './grow.ts'
import { walk } from './keys.ts'
import { firstKey, load } from './load.ts'
import { sourcesAt } from './ours.ts'
import { help, type Plan, planOf } from './plan.ts'
import { figuresTable, goalsTable } from './report.ts'
import { type Measure, Results } from './results.ts'
import { folderOf, install, root, run, scratch, versionOf } from './scratch.ts'
import { type Served, serve } from './serve.ts'

/** The most slides to turn by key. */
const mostTurns = 160

/** Measures one deck in the browser for one round. */
async function visitOnce(
  results: Results,
  size: number,
  { name, selectors }: Contender,
  { url }: Served,
  browser: Browser,
  { does }: Plan,
): Promise<void> {
  const add = (measure: Measure, value: number) => results.add(size, measure, name, value)
  for (const network of does('load') ? (['fast', 'slow'] as const) : []) {
    const seen = await load(browser, url, selectors, network)
    for (const figure of ['fcp', 'lcp', 'blocking', 'ready'] as const) {
      add(`${figure} ${network}`, seen[figure])
    }
    if (network === 'slow') {
      add('bytes', seen.bytes / 1000)
      add('requests', seen.requests)
    }
    if (name !== 'h1') add(`key ${network}`, await firstKey(browser, url, selectors, network))
  }
  if (name === 'h1' || !(does('keys') || does('memory'))) return
  const { p50, p95, heap, process } = await walk(
    browser,
    url,
    selectors,
    Math.min(size, mostTurns) - 1,
  )
  if (does('keys')) {
    add('key p50', p50)
    add('key p95', p95)
  }
  if (does('memory')) {
    add('heap', heap)
    if (process !== undefined) add('process', process)
  }
}

/** Measures everything for one number of slides, with the decks interleaved. */
async function measure(
  results: Results,
  size: number,
  contenders: readonly Contender[],
  plan: Plan,
  programs: Programs,
): Promise<void> {
  const rounds = plan.rounds(size)
  // One build before measuring, so that the disk's caches are warm for all decks.
  for (const { build } of contenders) if (build) await run(build)
  for (let round = 0; plan.does('build') && round < rounds; round += 1) {
    for (const { name, build, change, start } of turned(contenders, round)) {
      await change?.()
      if (build) results.add(size, 'build', name, await run(build))
      if (start) results.add(size, 'start', name, await timeStart(start))
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
  // Half the rounds: what takes seconds varies less.
  for (let round = 0; plan.does('pdf') && round < Math.ceil(rounds / 2); round += 1) {
    for (const contender of turned(contenders, round)) {
      await timePdf(results, size, contender, programs)
    }
  }
}

async function bench(args: readonly string[]): Promise<void> {
  const plan = planOf(args)
  if (!plan) {
    console.log(help)
    return
  }
  const start = performance.now()
  const before = plan.against === undefined ? undefined : await sourcesAt(plan.against)
  const here = before === undefined ? await install() : new Set<never>()
  const programs = await findPrograms()
  const withMarp = here.has('@marp-team/marp-cli')
  const browser = await launch(programs.own)
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
  console.log(`Trình duyệt: ${programs.own.path}; in PDF như nhau bằng: ${programs.shared.path}`)
  console.log('Mạng chậm: 1,6 Mbps, 150 ms, CPU ÷ 4. Mỗi ô: trung vị (nhỏ nhất–lớn nhất) × tỷ lệ')
  console.log(before ? `so với bản ${plan.against}.` : 'so với reveal.js viết tay.')
  const results = new Results()
  for (const size of plan.sizes) {
    const folder = join(scratch, String(size))
    const contenders = before
      ? await makeBoth(folder, grown(deck, size), size, before)
      : await makeDecks(folder, grown(deck, size), size, {
          fonts: here.has('@fontsource/be-vietnam-pro'),
          withMarp,
        })
    await measure(results, size, contenders, plan, programs)
    console.log(`\nSố lượt: ${plan.rounds(size)}; tải của máy: ${loadNow()}\n`)
    console.log(figuresTable(results, size))
  }
  if (!before) console.log(`\n${goalsTable(results, plan.sizes)}`)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`\nĐo trong ${seconds} giây; tải của máy trước khi đo: ${loadBefore}`)
  if (plan.out) {
    const raw = { versions, load: loadBefore, sizes: plan.sizes, figures: results }
    await writeFile(plan.out, `${JSON.stringify(raw, null, 2)}\n`)
  }
}

/** Runs the bench and returns its exit code. */
export const main = (args: readonly string[]): Promise<number> => exitCodeOf(bench(args))
