/** With at most this many slides, all of them are near. */
const few = 60

/** How many slides on each side of the current one are near, after they were chosen anew. */
const reach = 12

/** The near slides are chosen anew before the current one comes this close to their end. */
const spare = 4

/**
 * The slides around the current one, which reveal.js has in its list. It visits every slide of its
 * list at each turn, so a long deck would turn slowly: distant slides stand before and after the
 * list, hidden, in the order of the deck.
 */
export interface NearSlides {
  /** The index in reveal.js's list of the slide at an index in the deck. */
  at(index: number): number
  /** Makes the slides around an index near; returns whether the list changed. */
  bring(index: number): boolean
  /** Puts all slides into the list, to read or print them, or back. */
  showAll(all: boolean): void
  /** Adds or takes away slides, after which some are brought near again. */
  renew(change: () => void): void
}

/**
 * Puts distant slides out of `list`, whose children `sections` are, into two elements beside
 * `root`, in which reveal.js looks for slides.
 */
export function nearSlides(
  root: HTMLElement,
  list: HTMLElement,
  sections: readonly HTMLElement[],
): NearSlides {
  const total = () => sections.length
  const [before, after] = [document.createElement('div'), document.createElement('div')]
  before.hidden = true
  after.hidden = true
  let from = 0
  let to = total()
  let showsAll = false

  /** Moves only what is not in its place yet: from the ends of a part to the ends of the next. */
  const arrange = () => {
    const [first, last] = showsAll ? [0, total()] : [from, to]
    before.append(...sections.slice(before.childElementCount, first))
    list.prepend(...[...before.children].slice(first))
    after.prepend(...sections.slice(last, total() - after.childElementCount))
    list.append(...[...after.children].slice(0, after.childElementCount - (total() - last)))
  }

  const showAll = (all: boolean) => {
    if (all === showsAll) return
    showsAll = all
    if (total() > few) arrange()
  }

  return {
    at: (index) => (showsAll ? index : index - from),
    bring(index) {
      if (total() <= few) return false
      if (!before.isConnected) {
        root.before(before)
        root.after(after)
      } else if ((from === 0 || index >= from + spare) && (to === total() || index < to - spare)) {
        return false
      }
      from = Math.max(0, index - reach)
      to = Math.min(total(), index + reach + 1)
      if (showsAll) return false
      arrange()
      return true
    },
    showAll,
    renew(change) {
      const all = showsAll
      showAll(true)
      change()
      from = 0
      to = 0
      showAll(all)
    },
  }
}
