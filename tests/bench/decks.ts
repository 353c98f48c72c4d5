import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserProgram } from '../../src/cli/pdf/find-browser.ts'
import type { Deck } from '../../src/model/deck/deck.ts'
import { escaped } from './content.ts'
import { makeMarp } from './marp.ts'
import { makeOurs } from './ours.ts'
import type { Name } from './results.ts'
import { type Command, folderOf, root } from './scratch.ts'
import { makeStarter } from './starter.ts'

/** Selectors for a deck's slides, and for the current one once the deck is ready. */
export interface Selectors {
  readonly slides: string
  readonly current: string
}

/** One deck of the comparison with one number of slides. */
export interface Contender {
  readonly name: Name
  /** The folder to serve. */
  readonly site: string
  readonly selectors: Selectors
  /** Absent for a page that is not a deck. */
  readonly build?: Command
  /** Changes a slide, so that a build that keeps what did not change has something to do. */
  readonly change?: () => Promise<void>
  /** Serves the deck as users do, built already; absent if that is not timed. */
  readonly start?: Command
  /** Prints the slides, from the sources to a file; absent if the tool cannot. */
  readonly print?: (path: string, program: BrowserProgram) => Command
  /** The tool's own command, if that prints more than the slides. */
  readonly printAll?: (path: string, program: BrowserProgram) => Command
}

const revealed: Selectors = {
  slides: '.reveal .slides > section',
  current: '.reveal.ready .slides > section.present',
}

const vite = join(root, 'node_modules/vite/bin/vite.js')

/** Tools that look for a browser by themselves use the one that CHROME_PATH names. */
const named = ({ path, env }: BrowserProgram) => ({ CHROME_PATH: path, ...env })

async function ours(
  name: 'ours' | 'before',
  folder: string,
  deck: Deck,
  total: number,
  from?: string,
): Promise<Contender> {
  await makeOurs(folder, total, from)
  const cwd = folder
  return {
    name,
    site: join(folder, 'dist'),
    selectors: revealed,
    build: { args: ['src/cli/run.js', 'build'], cwd },
    change: () => appendFile(join(folder, 'slides/cover.ts'), `// ${performance.now()}\n`),
    start: { args: ['src/cli/run.js', 'start', '--port', '0', '--no-open'], cwd },
    print: (path, program) => ({
      args: ['tests/bench/run.js', 'slides-pdf', path],
      cwd,
      env: named(program),
    }),
    // A long deck's outline has more pages than that command accepts.
    ...(deck.parts.reduce((sum, { slides }) => sum + slides.length, 0) < 40 && {
      printAll: (path, program) => ({
        args: ['src/cli/run.js', 'pdf', '--out', path],
        cwd,
        env: named(program),
      }),
    }),
  }
}

async function starter(folder: string, deck: Deck, packaged: boolean): Promise<Contender> {
  await makeStarter(folder, deck, packaged)
  return {
    name: 'starter',
    site: join(folder, 'dist'),
    selectors: revealed,
    build: { args: [vite, 'build'], cwd: folder },
    print: (path, program) => ({ args: ['print.js', path], cwd: folder, env: named(program) }),
  }
}

async function marp(folder: string, deck: Deck, packaged: boolean): Promise<Contender> {
  await makeMarp(folder, deck, packaged)
  const cli = [join(folderOf('@marp-team/marp-cli'), 'marp-cli.js'), 'dist/deck.md']
  return {
    name: 'marp',
    site: join(folder, 'dist'),
    selectors: {
      slides: '.bespoke-marp-slide',
      current: '.bespoke-marp-slide.bespoke-marp-active',
    },
    build: { args: [...cli, '-o', 'dist/index.html'], cwd: folder },
    print: (path, program) => ({
      args: [...cli, '--pdf', '--allow-local-files', '-o', path],
      cwd: folder,
      // Without a sandbox, as Playwright starts the browser for the others.
      env: { ...named(program), CHROME_NO_SANDBOX: '1' },
    }),
  }
}

/** The baseline: a page with nothing but a heading. */
async function h1(folder: string, deck: Deck): Promise<Contender> {
  await mkdir(folder, { recursive: true })
  const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(deck.title)}</title>
<link rel="icon" href="data:,">
<h1>${escaped(deck.title)}</h1>
`
  await writeFile(join(folder, 'index.html'), page)
  return { name: 'h1', site: folder, selectors: { slides: 'h1', current: 'body' } }
}

/** This deck as it is, and as it was in the sources in a folder. */
export const makeBoth = async (
  folder: string,
  deck: Deck,
  total: number,
  before: string,
): Promise<readonly Contender[]> => [
  await ours('ours', join(folder, 'ours'), deck, total),
  await ours('before', join(folder, 'before'), deck, total, before),
]

/** Writes every deck of the comparison with the text of `deck`, each into its own folder. */
export const makeDecks = async (
  folder: string,
  deck: Deck,
  total: number,
  { fonts, withMarp }: { readonly fonts: boolean; readonly withMarp: boolean },
): Promise<readonly Contender[]> => [
  await ours('ours', join(folder, 'ours'), deck, total),
  await starter(join(folder, 'starter'), deck, fonts),
  ...(withMarp ? [await marp(join(folder, 'marp'), deck, fonts)] : []),
  await h1(join(folder, 'h1'), deck),
]
