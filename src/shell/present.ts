import { announceSlides } from './announce.ts'
import { type Command, commandOf, PageNumber } from './keyboard.ts'
import { slideOverview } from './overview.ts'
import { showAllForPrint } from './print.ts'
import { startReveal } from './reveal.ts'
import { schemeSwitch } from './scheme.ts'
import { startToolbar } from './toolbar.ts'

const root = document.documentElement

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`The page has no ${selector}.`)
  return found
}

async function present(): Promise<void> {
  const slides = await startReveal(element('.reveal'))
  root.classList.replace('reading', 'presenting')
  const toolbar = element('.toolbar')
  const overview = slideOverview(slides, root)
  const page = new PageNumber()
  let started = false

  const goTo = (index: number, step = -1) => slides.slide(index, 0, step)
  const fillScreen = () => {
    started = true
    // Refused without a user's gesture, or where there is no full screen: the deck goes on.
    root.requestFullscreen?.().catch(() => undefined)
  }
  const commands: Record<Command, () => void> = {
    next: () => slides.next(),
    previous: () => slides.prev(),
    first: () => goTo(0),
    last: () => goTo(slides.getSlides().length - 1),
    black: () => slides.togglePause(),
    overview: () => overview.toggle(),
    scheme: schemeSwitch(root, toolbar.querySelector('[data-command="scheme"]')),
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : fillScreen()),
    // Once the show has begun, F5 after Escape goes on where it was.
    start: () => {
      if (!started) goTo(0)
      fillScreen()
    },
    'start-here': fillScreen,
    enter: () => {
      const number = page.finish()
      if (number !== undefined) goTo(Math.min(Math.max(number, 1), slides.getSlides().length) - 1)
      else if (overview.isOpen()) overview.close()
      else slides.next()
    },
    escape: () => overview.close(),
  }
  const run = (command: Command) => {
    if (slides.isPaused()) slides.togglePause(false)
    else commands[command]()
  }

  addEventListener('keydown', (event) => {
    const { target, key } = event
    const onControl = target instanceof Element && target.closest('a, button')
    if (onControl && (key === 'Enter' || key === ' ')) return
    if (page.take(key)) return
    const command = commandOf(event)
    if (command !== 'enter') page.finish()
    if (!command) return
    event.preventDefault()
    run(command)
  })
  showAllForPrint(slides.getSlides())
  announceSlides(slides, element('.announcer'))
  startToolbar(toolbar, root, run)
}

/**
 * On a narrow page the deck is read, not presented; an address still leads to its slide. Paper is
 * wide, and no reason to start.
 */
const wide = matchMedia('screen and (min-width: 700px)')
if (wide.matches) {
  void present()
} else {
  const id = location.hash.replace(/^#\/?/, '').split('/')[0]
  if (id) document.getElementById(id)?.scrollIntoView()
  wide.addEventListener('change', () => void present(), { once: true })
}
