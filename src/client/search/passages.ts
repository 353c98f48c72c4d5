import { repeatingLayouts } from '../../model/deck/deck.ts'
import type { Passage } from '../../model/search/index-of.ts'

const blocks = 'p, li, h1, h2, h3, dt, dd'

/** What the program says about a slide, and the links to parts: it would be found on every slide. */
const labels = '.own-mark, .parts li, .gap-strip > p, .label, .minutes, .lead-on'

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The text of a title with a colon after its number: «Đột phá 3: Thực hiện nhất quán…». */
function nameIn(title: Element): string {
  const ordinal = title.querySelector('.ordinal')?.textContent ?? ''
  const rest = squeezed((title.textContent ?? '').slice(ordinal.length))
  return ordinal ? `${squeezed(ordinal)}: ${rest}` : rest
}

/** The blocks of an element that hold no other, without labels; `kind` tells what one of them is. */
function passagesOf(
  root: Element,
  kind: (block: HTMLElement) => Passage['kind'] | undefined,
): readonly Passage[] {
  return [...root.querySelectorAll<HTMLElement>(blocks)].flatMap((block): Passage | [] => {
    const of = block.matches(labels) || block.querySelector(blocks) ? undefined : kind(block)
    // A figure may stand beside its noun.
    const figure = block.matches('.numeral + .noun') ? block.previousElementSibling : null
    const said = `${figure?.textContent ?? ''} ${block.textContent}`
    const text = block.matches('.title') ? nameIn(block) : squeezed(block.dataset.gap ?? said)
    return of && text ? { kind: of, text } : []
  })
}

/** What a slide says: its title first, its words, and what it says that the source leaves out. */
export function shownOn(slide: Element): readonly Passage[] {
  const passages = [...slide.querySelectorAll('.main')].flatMap((main) =>
    passagesOf(main, (block) => {
      if (block.matches('.title, .act, .people .name')) return 'name'
      return block.matches('.gap, .gap-list li') ? 'gap' : 'body'
    }),
  )
  const title = slide.querySelector('.title')
  const name = title && nameIn(title)
  // What was done with an official title stands above it.
  return [...passages].sort((one, other) => Number(other.text === name) - Number(one.text === name))
}

/** Whether a slide only announces or repeats what others say. */
export const isOverview = ({ dataset: { layout = '' } }: HTMLElement): boolean =>
  layout === 'programme' || repeatingLayouts.includes(layout)

/** The notes and the gaps that a window shows beside a slide; not its sources, which repeat it. */
export const notedIn = (words: Element): readonly Passage[] =>
  passagesOf(words, (block) => {
    if (block.matches('li')) return 'gap'
    if (block.matches('dl *')) return undefined
    return block.matches('.aside') ? 'aside' : 'note'
  })
