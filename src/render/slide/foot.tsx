import { aboutOf, type Deck, type Place, slidesOf, sourcesOf } from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { citation } from '../../model/deck/source.ts'

/** The series that a slide is numbered in, and its number; undefined without one. */
function numbered(slide: Slide): { series: string; number: number } | undefined {
  if ('order' in slide && slide.order)
    return { series: slide.order.kind, number: slide.order.number }
  return slide.layout === 'topics' ? { series: slide.layout, number: slide.from } : undefined
}

const firstSlides = new WeakMap<Deck, ReadonlySet<Slide>>()

/** The first slide that a deck shows of each series. */
function firstOfSeries(deck: Deck): ReadonlySet<Slide> {
  const known = firstSlides.get(deck)
  if (known) return known
  const first = new Map<string, Slide>()
  for (const slide of slidesOf(deck)) {
    const { series } = numbered(slide) ?? {}
    if (series !== undefined && !first.has(series)) first.set(series, slide)
  }
  const slides = new Set(first.values())
  // Cached as `slidesOf` is: a long deck has many slides to ask for.
  firstSlides.set(deck, slides)
  return slides
}

/**
 * Whether a slide begins a numbering, which is the editor's, as far as the deck shows it: the first
 * of a series may be hidden.
 */
const beginsNumbering = (deck: Deck, slide: Slide): boolean =>
  slide.layout === 'programme' ||
  slide.layout === 'opener' ||
  numbered(slide)?.number === 1 ||
  firstOfSeries(deck).has(slide)

/**
 * The foot of a slide: page number, sources and remarks. The citation is a link to the slide about
 * the source, but for that slide's own.
 */
export function Foot({ deck, place }: { deck: Deck; place: Place }) {
  const { slide, number } = place
  const about = aboutOf(deck)
  const cited = citation(sourcesOf(slide))
  const isLinked = cited !== '' && slide !== about
  // Texts that meet are one, which a browser sets in one go.
  const after = [
    !isLinked && ` ${cited}`,
    cited && '. ',
    beginsNumbering(deck, slide) && 'Số thứ tự do người biên tập đánh. ',
    slide.remark,
  ]
  return (
    <footer class="foot">
      <span class="folio">{number}</span>
      {isLinked && (
        <>
          {' '}
          <a href={`#${about.id}`}>{cited}</a>
        </>
      )}
      {after.filter(Boolean).join('')}
    </footer>
  )
}
