import '../../theme/index.css'
import { asks } from '../browser/scope.ts'
import { check } from '../check/check.ts'
import { start } from '../deck/deck.ts'
import { guide } from '../guide/guide.ts'
import { outline } from '../outline/outline.ts'
import { review } from '../review/review.ts'
// Loaded lazily elsewhere; here, there is nowhere to load them from.
import '../deck/extras/extras.ts'
import '../deck/later/later.ts'
import '../pointer/pointer.ts'
import '../search/dialog.ts'
import '../session/screens.ts'
import { speak } from '../speaker/speaker.ts'
import { openStock } from '../version/stock.ts'
import '../version/show.ts'
import '../version/unpack.ts'

/**
 * The class on the root and the start function of each page. `slides` contains the deck's slides,
 * `file` the packed file as published.
 */
const pages: Readonly<
  Record<
    'speaker' | 'review' | 'outline' | 'check' | 'guide',
    { readonly style: string; run(slides: ParentNode, file: string): void }
  >
> = {
  speaker: { style: 'speaking', run: (slides) => void speak(slides) },
  review: {
    style: 'narrow reviewing',
    run: (_, file) => void review(() => Promise.resolve(file)),
  },
  outline: { style: 'outlining', run: () => void outline() },
  check: { style: 'checking', run: () => check() },
  guide: { style: 'guiding', run: () => guide() },
}

async function open(): Promise<void> {
  const root = document.documentElement
  if (!location.search) return start()
  const { style } = await globalThis.asleep
  const { deck } = await openStock()
  const view = renderer.renderView(deck, (query) => asks(query.slice(1)))
  if (!view) return start()
  const { page, title, body, slides } = view
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  // The unchanged file, before the page is rebuilt: a version is saved into it.
  const file = page === 'review' ? `<!doctype html>\n${root.outerHTML}` : ''
  // The styles in the body stay, and the version that the file carries.
  const kept = document.querySelectorAll('body > style, script.own-version')
  document.body.replaceChildren(...kept, body)
  document.title = `${title} – ${document.title}`
  root.className = pages[page].style
  pages[page].run(slides, file)
}

void open()
