import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../../../src/model/deck/deck.ts'
import { contentOf, escaped, fontsIn } from './content.ts'

const listed = (tag: string, texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('\n')

const page = (deck: Deck): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(deck.title)}</title>
<link rel="icon" href="data:,">
<script type="module" src="./main.js"></script>
</head>
<body>
<div class="reveal">
<div class="slides">
${contentOf(deck)
  .map(
    ({ id, title, points, foot, notes }, at) => `<section id="${id}">
${listed(at === 0 ? 'h1' : 'h2', [title])}
<ul>
${listed('li', points)}
</ul>
${listed('footer', [foot])}
<aside class="notes">
${listed('p', notes)}
</aside>
</section>`,
  )
  .join('\n')}
</div>
</div>
</body>
</html>
`

const script = `import Reveal from 'reveal.js'
import Notes from 'reveal.js/plugin/notes'
import 'reveal.js/reveal.css'
import './fonts/fonts.css'
import './style.css'

new Reveal({
  hash: true,
  width: 1280,
  height: 720,
  margin: 0,
  transition: 'none',
  backgroundTransition: 'none',
  pdfSeparateFragments: false,
  plugins: [Notes],
}).initialize()
`

const style = `:root { background: #fff; color: #222 }
body { margin: 0; background: #fff }
.reveal { font: 400 32px/1.4 'Be Vietnam Pro', sans-serif }
.reveal h1, .reveal h2 { margin: 0 0 0.6em; color: #7a1212; font-weight: 700; line-height: 1.2 }
.reveal h1 { font-size: 2em }
.reveal h2 { font-size: 1.5em }
.reveal .slides { text-align: left }
.reveal .slides section { box-sizing: border-box; padding: 48px 72px }
.reveal li + li { margin-top: 0.4em }
.reveal footer { margin-top: 1.5em; font-size: 0.5em }
@page { size: 1280px 720px; margin: 0 }
`

/** What someone would write to print reveal.js by script: build, serve, print. */
const print = `import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const [browser] = await Promise.all([
  chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--disable-gpu'] }),
  build({ logLevel: 'warn' }),
])
const server = await preview({ preview: { port: 0, host: '127.0.0.1' } })
const page = await browser.newPage()
page.setDefaultTimeout(240_000)
await page.addInitScript(() => addEventListener('pdf-ready', () => { window.isReady = true }, true))
await page.goto(\`\${server.resolvedUrls.local[0]}?print-pdf\`)
await page.waitForFunction(() => window.isReady && document.fonts.status === 'loaded')
await page.pdf({ path: process.argv[2], preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
await browser.close()
await server.close()
`

/** Writes the fair rival: reveal.js and Vite by hand, a light style, two weights, the same text. */
export async function makeStarter(folder: string, deck: Deck): Promise<void> {
  const files = {
    'fonts/fonts.css': await fontsIn(join(folder, 'fonts')),
    'index.html': page(deck),
    'main.js': script,
    'style.css': style,
    'vite.config.js': `export default { base: './', build: { modulePreload: { polyfill: false } } }\n`,
    'print.js': print,
    'package.json': '{ "type": "module" }\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}
