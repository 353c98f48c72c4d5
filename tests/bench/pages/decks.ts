import * as files from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../../../src/model/deck/deck.ts'
import { type Command, folderOf, root } from '../scratch.ts'
import { contentOf, escaped, fontsIn } from './content.ts'
import { makeStarter } from './starter.ts'

/** One deck of the comparison with one number of slides. */
export interface Contender {
  readonly name: 'ours' | 'before' | 'starter' | 'marp'
  /** The folder to serve. */
  readonly site: string
  /** Selectors for a deck's slides, and for the current one once the deck is ready. */
  readonly slides: string
  readonly current: string
  readonly build: Command
  /** Changes a slide, so that a build that keeps what did not change has something to do. */
  readonly change?: () => Promise<void>
  /** Serves the deck as users do, built already; absent if that is not timed. */
  readonly start?: Command
  /** Prints the slides, from the sources to a file. */
  readonly print: (path: string) => Command
  /** The tool's own command, if that prints more than the slides. */
  readonly printAll?: (path: string) => Command
}

/** What a deck is made of. */
export interface Making {
  readonly folder: string
  readonly deck: Deck
  readonly total: number
  /** Names the browser that prints. */
  readonly env: Readonly<Record<string, string>>
}

const reveal = {
  slides: '.reveal .slides > section',
  current: '.reveal.ready .slides > section.present',
}

/** Ours turns pages before reveal.js is there. */
const early = { ...reveal, current: '.presenting .slides > section.present' }

/** The parts of a checkout that a copy needs to build and print itself. */
const parts = 'assets src slides tests/bench package.json vite.config.ts tsconfig.json'.split(' ')

/**
 * A copy of the sources in `from` whose `slides/deck.ts` is the real deck grown to `total` slides, so
 * that the real commands are timed and the checkout is not touched.
 */
async function ours(
  name: 'ours' | 'before',
  { folder, total, env }: Making,
  from: string,
): Promise<Contender> {
  const cwd = join(folder, name)
  await files.rm(cwd, { recursive: true, force: true })
  for (const part of parts) await files.cp(join(from, part), join(cwd, part), { recursive: true })
  const slides = join(cwd, 'slides')
  // The same for every commit: it decides how many slides of which kind there are.
  await files.cp(join(root, 'tests/bench/pages/grow.ts'), join(slides, 'grow.ts'))
  await files.rename(join(slides, 'deck.ts'), join(slides, 'original.ts'))
  const grown = `import { grown } from './grow.ts'
import { deck as original } from './original.ts'
export const deck = grown(original, ${total})
`
  await files.writeFile(join(slides, 'deck.ts'), grown)
  const command = (...args: string[]): Command => ({ args, cwd, env })
  return {
    ...{ name, site: join(cwd, 'dist'), ...early },
    build: command('src/cli/run.js', 'build'),
    change: () => files.appendFile(join(slides, 'cover.ts'), `// ${performance.now()}\n`),
    start: command('src/cli/run.js', 'start', '--port', '0', '--no-open'),
    print: (path) => command('tests/bench/run.js', 'slides-pdf', path),
    // A long deck's outline has more pages than that command accepts.
    ...(total < 50 && { printAll: (path) => command('src/cli/run.js', 'pdf', '--out', path) }),
  }
}

async function starter({ folder, deck, env }: Making): Promise<Contender> {
  const cwd = join(folder, 'starter')
  await makeStarter(cwd, deck)
  return {
    ...{ name: 'starter', site: join(cwd, 'dist'), ...reveal },
    build: { args: [join(root, 'node_modules/vite/bin/vite.js'), 'build'], cwd },
    print: (path) => ({ args: ['print.js', path], cwd, env }),
  }
}

async function marp({ folder, deck, env: own }: Making): Promise<Contender> {
  const cwd = join(folder, 'marp')
  const site = join(cwd, 'dist')
  const style = `${(await fontsIn(join(site, 'fonts'))).replaceAll('./', './fonts/')}
section { background: #fff; color: #222; font-family: 'Be Vietnam Pro', sans-serif }
h1, h2 { color: #7a1212 }`
  const front = `marp: true\nlang: vi\ntitle: ${deck.title}\nstyle: |\n${style.replace(/^/gm, '  ')}`
  const slides = contentOf(deck).map(
    ({ title, points, foot, notes }, at) => `${at === 0 ? '#' : '##'} ${escaped(title)}

${points.map((text) => `- ${escaped(text)}`).join('\n')}

${escaped(foot)}

<!--
${notes.join('\n\n')}
-->
`,
  )
  await files.writeFile(
    join(site, 'deck.md'),
    ['', `${front}\n`, `\n${slides.join('\n---\n\n')}`].join('---\n'),
  )
  const cli = [join(folderOf('@marp-team/marp-cli'), 'marp-cli.js'), 'dist/deck.md', '--no-stdin']
  // Without a sandbox, as Playwright starts the browser for the others.
  const env = { ...own, CHROME_NO_SANDBOX: '1' }
  return {
    ...{ name: 'marp', site, slides: '.bespoke-marp-slide' },
    current: '.bespoke-marp-slide.bespoke-marp-active',
    build: { args: [...cli, '-o', 'dist/index.html'], cwd },
    print: (path) => ({ args: [...cli, '--pdf', '--allow-local-files', '-o', path], cwd, env }),
  }
}

/** Writes this deck beside its rivals, or beside what it was in the sources in the folder `before`. */
export const makeDecks = (making: Making, before?: string): Promise<readonly Contender[]> =>
  Promise.all(
    before
      ? [ours('before', making, before), ours('ours', making, root)]
      : [starter(making), ours('ours', making, root), marp(making)],
  )
