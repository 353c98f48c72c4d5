import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { exitCodeOf, loadNow, turned } from '../common.ts'
import { installIn, versionOf } from '../scratch.ts'
import { help, mostViewers, type Plan, planOf } from './plan.ts'
import { makePrograms, place } from './programs.ts'
import { figuresTable, goalsTable } from './report.ts'
import type { Name, Trial } from './results.ts'
import { drive } from './trial.ts'

const packages = { 'socket.io': '4.8.4' } as const

/**
 * The numbers of viewers that the limit of open files allows; larger ones become the greatest
 * possible.
 */
function roomFor(sizes: readonly number[]): readonly number[] {
  const most = mostViewers()
  const large = sizes.filter((size) => size > most)
  if (large.length === 0) return sizes
  console.log(`Giới hạn số tệp mở (ulimit -n) chỉ cho ${most} người xem, thay cho ${large}.`)
  return [...sizes.filter((size) => size <= most), most]
}

async function measure(viewers: number, names: readonly Name[], plan: Plan): Promise<Trial[]> {
  const trials: Trial[] = []
  for (let round = 0; round < plan.rounds; round++) {
    for (const name of turned(names, round)) {
      const figures = await drive(name, viewers).catch((cause: unknown) => {
        throw new Error(`${name}, ${viewers} viewers, round ${round + 1}`, { cause })
      })
      trials.push({ viewers, round, name, figures })
    }
  }
  return trials
}

async function bench(args: readonly string[]): Promise<void> {
  const plan = planOf(args)
  if (!plan) {
    console.log(help)
    return
  }
  const start = performance.now()
  const rival = await installIn(place, packages, 'socket.io để đem so')
  const names = plan.names.filter((name) => name !== 'socket.io' || rival.has(name))
  await makePrograms()
  const versions = {
    'Node.js': process.versions.node,
    ...(rival.has('socket.io') && {
      'socket.io': await versionOf(join(place, 'node_modules/socket.io')),
    }),
  }
  const loadBefore = loadNow()
  const told = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  console.log([...told, `${cpus().length} nhân`].join(' · '))
  console.log('Mỗi ô: trung vị (nhỏ nhất–lớn nhất) × tỷ lệ so với socket.io.')
  const sizes = roomFor(plan.sizes)
  const trials: Trial[] = []
  for (const viewers of sizes) {
    trials.push(...(await measure(viewers, names, plan)))
    console.log(`\nSố lượt: ${plan.rounds}; tải của máy: ${loadNow()}\n`)
    console.log(figuresTable(trials, viewers, names))
  }
  console.log(`\n${goalsTable(trials, sizes)}`)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`\nĐo trong ${seconds} giây; tải của máy trước khi đo: ${loadBefore}`)
  if (plan.out) {
    const raw = { versions, load: loadBefore, sizes, trials }
    await writeFile(plan.out, `${JSON.stringify(raw, null, 2)}\n`)
  }
}

/** Runs the bench and returns its exit code. */
export const main = (args: readonly string[]): Promise<number> => exitCodeOf(bench(args))
