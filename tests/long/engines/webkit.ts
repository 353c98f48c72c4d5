import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type Engine, newNest, programOf } from './engine.ts'
import { ask, type Session, windowsOf } from './webdriver.ts'

const packages = 'webkit2gtk-driver xvfb'
const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens has an address with a port.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The name of a screen that nobody sees, once it is there. */
async function displayOf(screen: ChildProcess): Promise<string> {
  const ended = once(screen, 'exit').then(() => {
    throw new Error('Xvfb does not start.')
  })
  const [name] = await Promise.race([once(screen.stdout ?? screen, 'data'), ended])
  return `:${String(name).trim()}`
}

/** The address of a driver, once it answers. */
async function answering(origin: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    if (await ask(origin, 'GET', '/status').catch(() => undefined)) return origin
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('WebKitWebDriver does not answer.')
}

/** WebKit, the engine of Safari, on a screen that nobody sees. */
export async function webkit(): Promise<Engine> {
  const binary = programOf(browser, packages)
  const programs = [programOf('Xvfb', packages), programOf('WebKitWebDriver', packages)] as const
  const { nest, clear } = await newNest()
  const running: ChildProcess[] = []
  const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    running.push(child)
    return child
  }
  const stop = async () => {
    for (const child of running.reverse()) child.kill()
    await clear()
  }
  try {
    const screen = run(programs[0], ['-displayfd', '1', '-screen', '0', '1600x1000x24'])
    const port = await freePort()
    run(programs[1], [`--port=${port}`], {
      DISPLAY: await displayOf(screen),
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Where it puts what is downloaded.
      HOME: nest,
      // Nothing but the deck is opened; as root, and in a container, there is no sandbox.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    })
    const origin = await answering(`http://127.0.0.1:${port}`)
    const { sessionId } = await ask(origin, 'POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
      },
    })
    const session: Session = (method, path, body) =>
      ask(origin, method, `/session/${sessionId}${path}`, body)
    const windowOf = windowsOf(session)
    return {
      downloads: nest,
      async open(address) {
        // Asked from a window that is there: the last one may be closed.
        const [there] = await session('GET', '/window/handles')
        await session('POST', '/window', { handle: there })
        const { handle } = await session('POST', '/window/new', { type: 'window' })
        const window = windowOf(handle)
        await window.visit(address)
        // The window has a bar, whose height is its own affair.
        const bar = Number(await window.value('outerHeight - innerHeight'))
        await session('POST', '/window/rect', { width: 1280, height: 720 + bar })
        return window
      },
      windows: async () => (await session('GET', '/window/handles')).map(windowOf),
      async stop() {
        await session('DELETE', '').catch(() => undefined)
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
