import '../../theme/index.css'
import { asks } from '../browser/scope.ts'
import { check } from '../check/check.ts'
import { start } from '../deck/deck.ts'
import { outline } from '../outline/outline.ts'
import { layIntoCards, review } from '../review/review.ts'
import { speak } from '../speaker/speaker.ts'
import { unpack } from './unpack.ts'

/** A page that the file holds besides the deck; `slides` are the deck's. */
interface View {
  readonly query: string
  readonly page: 'speaker' | 'review' | 'outline' | 'check'
  readonly title: string
  readonly body: string
}

/** What the file holds packed: the pages, and the style that they have beside the deck's. */
interface Packed {
  readonly style: string
  readonly views: readonly View[]
}

/** What runs each page, and the class that its style goes by. */
const pages: Readonly<
  Record<View['page'], { readonly style: string; run(slides: HTMLElement, file: string): void }>
> = {
  speaker: { style: 'speaking', run: (slides) => void speak(slides) },
  review: {
    style: 'reading reviewing',
    run: (slides, file) => {
      layIntoCards(slides)
      void review(() => Promise.resolve(file))
    },
  },
  outline: { style: 'outlining', run: () => void outline() },
  check: { style: 'checking', run: () => check() },
}

async function open(): Promise<void> {
  const root = document.documentElement
  if (!location.search) return start()
  const { style, views } = await unpack<Packed>('.views')
  const view = views.find(({ query }) => asks(query.slice(1)))
  if (!view) return start()
  const { page, title, body } = view
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  // As it came, before anything is moved: a version is saved into it.
  const file = page === 'review' ? `<!doctype html>\n${root.outerHTML}` : ''
  const slides = document.createElement('div')
  slides.append(...document.querySelectorAll('.slides > section'))
  const template = document.createElement('template')
  template.innerHTML = body
  // The styles stand in the body, behind the word for a file that came along in part only.
  const kept = document.querySelectorAll('body > style, script.own-version')
  document.body.replaceChildren(...kept, template.content)
  document.title = `${title} – ${document.title}`
  root.className = pages[page].style
  pages[page].run(slides, file)
}

void open()
