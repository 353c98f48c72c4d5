import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { toBase85 } from '../model/base85.ts'
import type { Deck } from '../model/deck/deck.ts'
import type { Packed } from '../model/deck/packed.ts'
import { bundle, bundleScript, cssTarget, scriptIn, styleIn, target } from './bundle.ts'
import type { Sheets } from './fonts.ts'
import { kept } from './kept.ts'
import { type Content, deckPages, fillPage } from './plugin.ts'
import { slimReveal } from './plugins/reveal.ts'

const root = join(import.meta.dirname, '../..')

/** The packed files; only «bao-cao-vien» contains the notes and the speaker screen. */
const packed = ['bao-cao-vien', 'khan-gia'] as const

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Shows a message after two seconds unless the end of the file, which hides it, has arrived. */
const damaged = {
  before:
    '.damaged{visibility:hidden;animation:damaged 0s 2s forwards}@keyframes damaged{to{visibility:visible}}',
  words: '<p class="damaged">Tệp bị thiếu phần. Chép lại tệp gốc.</p>',
  after: '.damaged{display:none}',
}

/** The parts that all packed files share. */
interface Parts {
  /** The script that decompresses the others. */
  readonly wake: string
  /** The script of all pages. */
  readonly pages: string
  /** The deck's stylesheet, with inlined fonts. */
  readonly style: string
  /** The stylesheet of the other pages. */
  readonly others: string
  /** The script that renders the other pages, and the deck with a version. */
  readonly renderer: string
  /** The script that makes Office files; empty in a file for the audience. */
  readonly office: string
}

/** Builds the parts that all packed files share. */
async function bundleParts({ packed: { path }, paper }: Sheets): Promise<Parts> {
  const output = await bundle({
    root: join(root, 'src/pages'),
    plugins: [deckPages({ screen: path, paper: paper.path }), slimReveal()],
    // Drops the code that needs a server.
    define: { 'import.meta.env.PACKED': 'true' },
    build: {
      target,
      cssTarget,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          packed: join(root, 'src/client/packed/packed.ts'),
          wake: join(root, 'src/client/packed/wake.ts'),
          others: join(root, 'src/theme/packed/packed.css'),
        },
        output: {
          codeSplitting: {
            groups: [
              { name: 'packed', test: (id) => !/(wake|base85|resuming)\.ts$|\.css$/.test(id) },
            ],
          },
        },
      },
    },
  })
  return {
    wake: scriptIn(output, 'wake'),
    pages: scriptIn(output, 'packed'),
    style: styleIn(output, 'packed'),
    others: styleIn(output, 'others'),
    renderer: await bundleScript('src/render/in-packed.tsx', 'renderer'),
    office: await bundleScript('src/office/office.ts', 'office'),
  }
}

/**
 * An element with the compressed data of a packed file, a fifth of its size: the scripts, the style
 * of the other pages, and the deck as data. The deck's own page stays readable HTML.
 */
function asleep(packed: Packed): string {
  const text = toBase85(gzipSync(JSON.stringify(packed), { level: 9 }))
  return `<script type="text/plain" class="asleep">${text}</script>`
}

/**
 * Builds a packed file: one HTML file with script, style and a content security policy that allows
 * nothing else. `page` may have CRLF line ends, as checked out on Windows.
 */
export function assemble(
  page: string,
  deck: Deck,
  { wake, pages, style, others, renderer, office }: Parts,
): string {
  const policy = [
    "default-src 'none'",
    `script-src ${[wake, pages, renderer, office].filter(Boolean).map(hashOf).join(' ')}`,
    `style-src ${[damaged.before, style, damaged.after].map(hashOf).join(' ')}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  // In the order that compresses best: what is alike within the 32 kB that gzip looks back.
  const sleeping = asleep({
    deck,
    script: renderer,
    pages,
    ...(office && { office }),
    style: others,
  })
  const file = createHash('sha256')
    .update(page)
    .update(sleeping)
    .update(wake)
    .update(style)
    .digest('hex')
  return page
    .replace('<html ', `<html data-file="${file.slice(0, 8)}" `)
    .replace(
      '<meta charset="utf-8"/>',
      (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    )
    .replace(/ *<link rel="stylesheet"[^>]*>\r?\n/, () => `    <style>${damaged.before}</style>\n`)
    .replace(/ *<script [^>]*><\/script>\r?\n/, '')
    .replace('<body>', () => `<body>\n    ${damaged.words}\n    <style>${style}</style>`)
    .replace(
      '</body>',
      () =>
        `${sleeping}\n    <script type="module">${wake}</script>\n    <style>${damaged.after}</style>\n  </body>`,
    )
}

/** The parts that all packed files share, bundled again only if sources or fonts changed. */
const partsFor = (sheets: Sheets): Promise<Parts> =>
  kept('packed', sheets.packed.css + sheets.paper.css, () => bundleParts(sheets))

/**
 * The deck as single files that open by double click and need no network: texts by file name, in
 * `mang-theo/`. `sheets` are those of its fonts.
 */
export async function packedFiles(
  { entry, version }: Content,
  sheets: Sheets,
): Promise<Readonly<Record<string, string>>> {
  const parts = await partsFor(sheets)
  const page = await readFile(join(root, 'src/pages/index.html'), 'utf8')
  const files = packed.map(async (name) => {
    const speaker = name === 'bao-cao-vien'
    const deck = entry.deckData(speaker, version)
    const filled = fillPage(page, entry.renderPage(name, version))
    return [
      `mang-theo/${name}.html`,
      assemble(filled, deck, speaker ? parts : { ...parts, office: '' }),
    ]
  })
  return Object.fromEntries(await Promise.all(files))
}
