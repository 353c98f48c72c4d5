// JavaScript, because it runs before anything that reads TypeScript.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { deckAlias } from './deck.js'

const root = resolve(import.meta.dirname, '../../..')

/** What every build is made from, besides the deck: sources, fonts and installed packages. */
const shared = ['src', 'assets', 'vite.config.ts', 'package-lock.json']

/** All files at a path, which is a file or a folder; none if it is missing. */
function filesAt(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesAt(join(path, entry.name)) : [join(path, entry.name)],
    )
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    if (error.code === 'ENOENT') return []
    throw error
  }
}

/** What the pages are made from: the files that every build uses, and those of the deck. */
const inputsOf = (deckFiles) => [
  ...new Set([...shared.map((name) => join(root, name)).flatMap(filesAt), ...deckFiles]),
]

/** Whether no input has changed since a time, in ms; one that was saved just then may have. */
export const areOlder = (deckFiles, time) =>
  inputsOf(deckFiles).every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? time) < time,
  )

/**
 * A hash of what the pages are made from: the contents of the files that every build uses, and of
 * those of the deck. The checkout's own path counts too, because it is compiled into the commands.
 */
export function hashInputs(deckFiles) {
  const hash = createHash('sha256').update(`${process.version}\0${root}\0${deckAlias['#deck']}\0`)
  for (const file of inputsOf(deckFiles).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(contentOf(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The content of a file; empty if it is gone, which is a change as well. */
function contentOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return ''
  }
}
