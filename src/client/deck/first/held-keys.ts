import { commandOf, reloads } from '../../../model/talk/command.ts'
import { scope } from '../../browser/scope.ts'
import { keptMark } from '../../session/kept-mark.ts'
import { hasNone } from '../../version/carried.ts'
import { pageAfter } from './page-after.ts'

/** Keys that turn pages on every keyboard and clicker, whatever writes letters. */
const turns = /^(Page(Up|Down)|Arrow(Left|Right|Up|Down)|Backspace| )$/

/** Whether nothing but the keys decides which slide is shown: nothing is kept, and no link leads. */
const beginsAnew = (): boolean => !location.hash && hasNone() && keptMark(scope).read() === null

const root = document.documentElement

/**
 * Shows the slide and step that the keys lead to, as far as the page has arrived; none for
 * undefined.
 */
function preview(keys: readonly KeyboardEvent[] | undefined): void {
  const slides = [...document.querySelectorAll('.slides > section')]
  const fragmentsOf = (slide: Element) => [...slide.querySelectorAll('.fragment')]
  const place =
    keys &&
    pageAfter(
      keys.map(commandOf),
      slides.map((slide) => fragmentsOf(slide).length),
    )
  root.classList.toggle('early', place !== undefined)
  root.classList.toggle('narrow', place === undefined)
  root.classList.toggle('presenting', place !== undefined)
  slides.forEach((slide, at) => {
    const isShown = at === place?.slide
    slide.classList.toggle('present', isShown)
    fragmentsOf(slide).forEach((fragment, index) => {
      fragment.classList.toggle('visible', isShown && index < place.step)
    })
  })
}

/** The keys that are held until the deck listens. */
export interface HeldKeys {
  /** Takes back what the keys have shown, before the deck shows it. */
  clear(): void
  /** Ends holding, and gives the keys in order. */
  take(): readonly KeyboardEvent[]
}

function hold(): HeldKeys {
  const held: KeyboardEvent[] = []
  let previews = beginsAnew()
  const take = (event: KeyboardEvent) => {
    const { target } = event
    const command = commandOf(event)
    if (reloads(command) || (target instanceof Element && target.closest('a, button, input')))
      return
    // By then the key that points while it is down has come up.
    if (command !== 'pointer') held.push(event)
    if (command) event.preventDefault()
    previews &&= turns.test(event.key)
    if (previews) preview(held)
  }
  addEventListener('keydown', take, true)
  return {
    clear() {
      previews = false
      if (root.classList.contains('early')) preview(undefined)
    },
    take() {
      removeEventListener('keydown', take, true)
      return held.splice(0)
    },
  }
}

let holding: HeldKeys | undefined

/**
 * Holds the keys that are pressed before the deck listens, so that none is lost. Links, fields and
 * the keys that reload the page still get theirs, because the deck may be waiting for a slow disk.
 * Where nothing else decides which slide is shown, the keys turn the page already: the deck runs
 * them again, and gets there.
 */
export function holdKeys(): HeldKeys {
  holding ??= hold()
  return holding
}
