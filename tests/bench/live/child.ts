import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** In a child process: answers its parent's calls, and ends when the parent does. */
export function answerCalls(
  // Each handler is called with the type of argument that it takes.
  handlers: Readonly<Record<string, (argument: never) => unknown>>,
): void {
  process.on('message', async ({ name, argument }: { name: string; argument: unknown }) => {
    process.send?.((await handlers[name]?.(argument as never)) ?? null)
  })
  process.once('disconnect', () => process.exit())
}

/** A program in a process of its own, which gets one call at a time. */
export class Child {
  readonly #child: ChildProcess
  readonly #exit: Promise<unknown[]>

  constructor(program: string) {
    this.#child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.#exit = once(this.#child, 'exit')
  }

  /** Calls the program; rejects if it ends instead of answering. */
  async call<T>(name: string, argument?: unknown): Promise<T> {
    const reply = once(this.#child, 'message')
    this.#child.send({ name, argument })
    const ended = this.#exit.then(([code, signal]) => {
      throw new Error(`${this.#child.spawnargs[1]}: ${code ?? signal}`)
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
