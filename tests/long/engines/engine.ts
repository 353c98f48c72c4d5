import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A window of a browser, as far as every engine can be driven. */
export interface Window {
  visit(address: string): Promise<void>
  reload(): Promise<void>
  /** What an expression is in the page, once that is known. */
  value(expression: string): Promise<unknown>
  /** Presses a key, named as `KeyboardEvent.key` names it. */
  press(key: string): Promise<void>
  /** Clicks, as a hand does, on what a selector finds. */
  click(selector: string): Promise<void>
  close(): Promise<void>
}

/** A browser that runs; one and the same window is always the same object. */
export interface Engine {
  /** The folder that downloads go to, under whatever names; gone when the browser is stopped. */
  readonly downloads: string
  /** Opens a window with room for a page of 1280 × 720. */
  open(address: string): Promise<Window>
  windows(): Promise<readonly Window[]>
  stop(): Promise<void>
}

/** Runs a function in the page; it knows nothing but what it is given. */
export const evaluate = async <Given extends readonly unknown[], Value>(
  window: Window,
  act: (...given: Given) => Value | Promise<Value>,
  ...given: Given
): Promise<Value> =>
  // What comes back is what the function returned there, as JSON.
  (await window.value(`(${act})(${given.map((one) => JSON.stringify(one)).join(', ')})`)) as Value

/** A folder for what a browser leaves behind. */
export async function newNest(): Promise<{ nest: string; clear(): Promise<void> }> {
  const nest = await mkdtemp(join(tmpdir(), 'engine-'))
  return { nest, clear: () => rm(nest, { recursive: true, force: true, maxRetries: 3 }) }
}

/** The path of a program, or an error that says what to install. */
export function programOf(name: string, packages: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const path of name.startsWith('/') ? [name] : folders.map((one) => join(one, name))) {
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not there; perhaps in the next folder.
    }
  }
  throw new Error(
    `${name} is missing. On Debian: apt-get install --no-install-recommends ${packages}`,
  )
}
