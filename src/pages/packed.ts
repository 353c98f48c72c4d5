import '../theme/packed.css'
import { check } from '../shell/check.ts'
import { start } from '../shell/present.ts'
import { speak } from '../shell/speaker.ts'

/** What runs each page that a packed file holds besides the deck. */
const pages: Readonly<Record<string, (stock: ParentNode) => void>> = {
  speaker: (stock) => void speak(stock),
  check: () => check(),
}

const root = document.documentElement
const template = [...document.querySelectorAll('template')].find(
  ({ dataset }) => dataset.view === location.search,
)
if (template) {
  const { page = '', title } = template.dataset
  const stock = document.createElement('div')
  stock.append(...document.querySelectorAll('.slides > section'))
  // The styles stand in the body, behind the word for a file that came along in part only.
  document.body.replaceChildren(...document.querySelectorAll('style'), template.content)
  document.title = `${title} – ${document.title}`
  root.className = page === 'speaker' ? 'speaking' : 'checking'
  pages[page]?.(stock)
} else {
  void start()
}
