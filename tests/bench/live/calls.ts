import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

interface Call {
  readonly name: string
  readonly argument?: unknown
}

/** In a child process: answers its parent's calls, and ends when the parent does. */
export function answerCalls(
  // Each handler is called with the type of argument that it takes.
  handlers: Readonly<Record<string, (argument: never) => unknown>>,
): void {
  process.on('message', async ({ name, argument }: Call) => {
    process.send?.((await handlers[name]?.(argument as never)) ?? null)
  })
  process.once('disconnect', () => process.exit())
}

/** A program in a process of its own, which gets one call at a time. */
export class Child {
  readonly #child: ChildProcess
  readonly #exit: Promise<unknown[]>
  #said = ''

  constructor(program: string) {
    this.#child = fork(program, { silent: true, execArgv: [] })
    this.#exit = once(this.#child, 'exit')
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = (this.#said + text).slice(-2000)
      })
    }
  }

  /** Calls the program; rejects with its output if it ends instead of answering. */
  async call<T>(name: string, argument?: unknown): Promise<T> {
    const reply = once(this.#child, 'message')
    this.#child.send({ name, argument })
    const ended = this.#exit.then(([code, signal]) => {
      throw new Error(`${this.#child.spawnargs[1]}: ${code ?? signal}\n${this.#said}`)
    })
    const [value] = await Promise.race([reply, ended])
    return value
  }

  /** Kills the program with SIGKILL. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#exit
  }
}
