import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asked as Options } from './relay.ts'

/** What the process sends. */
interface Told {
  code: string
  port: number
  memory: number
}

/** A relay in a process of its own, which can be killed and attacked. */
export interface RelayProcess extends Told {
  readonly child: ChildProcess
  /** Everything written to stdout and stderr. */
  output: string
  /** Resolves with the next message of the process. */
  told(): Promise<unknown>
}

/** A new temporary folder, with the path of a folder of pages in it. */
export async function newPlace() {
  const place = await mkdtemp(join(tmpdir(), 'relay-'))
  return { folder: join(place, 'dist'), place, remove: () => rm(place, { recursive: true }) }
}

/** Writes a program that runs a relay of a folder and nothing else, in the way a command does. */
export async function writeProgram({ folder, place }: { folder: string; place: string }) {
  const program = join(place, 'run.mjs')
  const compile = pathToFileURL(join(import.meta.dirname, '../../../src/cli/compile.js')).href
  await writeFile(
    program,
    `import { loadProgram } from ${JSON.stringify(compile)}
const { main } = await loadProgram('tests/unit/relay/relay.ts')
await main(${JSON.stringify(folder)})
console.log(process.pid)`,
  )
  return program
}

/** Starts a relay and waits until it listens. */
export async function startRelay(folder: string, options: Options = {}): Promise<RelayProcess> {
  const child = fork(join(import.meta.dirname, 'relay.js'), [folder, JSON.stringify(options)], {
    silent: true,
    execArgv: [],
  })
  const relay: RelayProcess = {
    child,
    code: '',
    port: 0,
    memory: 0,
    output: '',
    told: () => once(child, 'message'),
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      relay.output += text
    })
  }
  child.on('message', (told: Partial<Told>) => Object.assign(relay, told))
  await Promise.race([
    relay.told(),
    once(child, 'exit').then(() => {
      throw new Error(relay.output)
    }),
  ])
  return relay
}

/** Kills a relay with SIGKILL, and waits until it has ended. */
export async function kill({ child }: RelayProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Options of a request. */
export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Buffer | undefined
  readonly from?: string
}

/** Sends a request unchanged; the answer may be cut short. */
export async function ask({ port }: { port: number }, path: string, asked: Asked = {}) {
  const { method = 'GET', headers = {}, body, from } = asked
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: headers as Record<string, string>,
    agent: false,
    ...(from && { localAddress: from }),
  })
  sent.on('error', () => undefined)
  sent.end(body)
  const [response] = await once(sent, 'response')
  let text = ''
  // Unlike `once`, this does not reject if the answer is cut short.
  const closed = new Promise((resolve) =>
    response.once('error', () => undefined).once('close', resolve),
  )
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await closed
  return { status: response.statusCode as number, headers: response.headers, body: text }
}

/** Posts JSON, with a token if given. */
export const post = (
  relay: { port: number },
  path: string,
  value: unknown,
  { token, headers, from }: { token?: string } & Asked = {},
) =>
  ask(relay, path, {
    method: 'POST',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(from && { from }),
  })

/** Pairs with the current code, and returns the token. */
export async function pairWith(relay: RelayProcess): Promise<string> {
  const told = relay.told()
  const { status, body } = await post(relay, '/live/pair', { code: relay.code })
  if (status !== 200) throw new Error(`${status} ${body}`)
  await told
  return JSON.parse(body).token
}

/** A follower on a raw connection: the states received, and the whole text. */
export interface Follower {
  readonly socket: Socket
  text: string
  readonly seen: { epoch: number; seq: number; slide: string; step: number; screen: string }[]
}

/** Follows a relay as a browser's EventSource does. */
export function followAt({ port }: { port: number }, from = '127.0.0.1'): Follower {
  const socket = connect({ host: '127.0.0.1', port, localAddress: from })
  const follower: Follower = { socket, text: '', seen: [] }
  socket.on('error', () => undefined)
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const before = follower.text.length
    follower.text += chunk
    // From the beginning of the line that the new text continues.
    const start = follower.text.lastIndexOf('\n', before - 1) + 1
    for (const [, data = ''] of follower.text.slice(start).matchAll(/^data: (.*)\n/gm)) {
      follower.seen.push(JSON.parse(data))
    }
  })
  socket.write(`GET /live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  return follower
}
