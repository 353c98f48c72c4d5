import type { Window } from './engine.ts'

/** The letters that WebDriver has for keys without one. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\ue007',
  Escape: '\ue00c',
  PageUp: '\ue00e',
  PageDown: '\ue00f',
  End: '\ue010',
  Home: '\ue011',
}

/** How WebDriver names an element in its answers. */
const element = 'element-6066-11e4-a52e-4f735466cecf'

/** Asks a driver at an address for something; what it answers is WebDriver's, by the path. */
export async function ask(origin: string, method: string, path: string, body?: object) {
  const answer = await fetch(origin + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
  return value
}

/** Asks of a running session. */
export type Session = (method: string, path: string, body?: object) => ReturnType<typeof ask>

/** The windows of a session, each by its handle. */
export function windowsOf(session: Session): (handle: string) => Window {
  const known = new Map<string, Window>()
  return (handle) => {
    const here: Session = async (method, path, body) => {
      await session('POST', '/window', { handle })
      return session(method, path, body)
    }
    const window: Window = known.get(handle) ?? {
      visit: (url) => here('POST', '/url', { url }),
      reload: () => here('POST', '/refresh', {}),
      value: (expression) =>
        here('POST', '/execute/sync', { script: `return ${expression}`, args: [] }),
      press: (key) => {
        const value = keys[key] ?? key
        const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }))
        return here('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
      },
      async click(value) {
        const found = await here('POST', '/element', { using: 'css selector', value })
        await session('POST', `/element/${found[element]}/click`, {})
      },
      close: () => here('DELETE', '/window'),
    }
    known.set(handle, window)
    return window
  }
}
