import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeckError } from '../../src/model/error.ts'

/** The root of the checkout. */
export const root = join(import.meta.dirname, '../..')

/** The folder where rivals are installed and decks are made. */
export const scratch = join(root, 'node_modules/.cache/bao-cao-vien/bench')

/** A Node program to be timed. */
export interface Command {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** How long a command may take, in ms. */
const patience = 300_000

/**
 * Runs a program to its end and returns how long it took, in s; throws a `DeckError` if it fails.
 */
export async function run(
  { args, cwd, env }: Command,
  program = process.execPath,
): Promise<number> {
  const start = performance.now()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said = (said + data).slice(-2000)
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject)
  })
  if (code === 0) return (performance.now() - start) / 1000
  throw new DeckError(
    `Lệnh “${[program, ...args].join(' ')}” dừng với mã ${code ?? `quá ${patience / 1000} giây`}.`,
    said.trim() || 'Chạy riêng lệnh ấy để xem vì sao.',
  )
}

/** The packages that only the rivals need, with the versions that are measured. */
const packages = { '@marp-team/marp-cli': '4.5.1', '@fontsource/be-vietnam-pro': '5.3.0' } as const

type Package = keyof typeof packages

/** The folder of a rival's package. */
export const folderOf = (name: Package): string => join(scratch, 'node_modules', name)

/** The version of the package in a folder. */
export const versionOf = async (folder: string): Promise<string> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version

/**
 * Installs missing packages in a folder and returns those that are there; offline that may be
 * fewer.
 */
export async function installIn<Name extends string>(
  folder: string,
  packages: Readonly<Record<Name, string>>,
  told: string,
): Promise<ReadonlySet<Name>> {
  await mkdir(folder, { recursive: true })
  const here = new Set<Name>()
  const look = async () => {
    for (const [name, version] of Object.entries(packages) as [Name, string][]) {
      const place = join(folder, 'node_modules', name)
      if (existsSync(place) && (await versionOf(place)) === version) here.add(name)
    }
    return here.size === Object.keys(packages).length
  }
  if (await look()) return here
  console.log(`Cài ${told}…`)
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--fetch-retries=1', '--loglevel=error']
  const npm = process.env.npm_execpath
  const args = ['install', '--prefix', folder, ...quiet, ...wanted]
  try {
    if (npm) await run({ args: [npm, ...args], cwd: folder })
    else await run({ args, cwd: folder }, 'npm')
  } catch (cause) {
    const [why] = (cause instanceof DeckError ? cause.hint : String(cause)).split('\n')
    console.error(`Không cài được từ kho gói: ${why}`)
    console.error('Đo tiếp những bộ còn lại.')
  }
  await look()
  return here
}

/** Installs the rivals' packages; without a registry, the decks that can be made are measured. */
export const install = (): Promise<ReadonlySet<Package>> =>
  installIn(scratch, packages, 'Marp CLI và phông chữ của các bộ đem so')
