import { aboutOf, type Deck, type Place, slidesOf, sourcesOf } from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { citation } from '../../model/deck/source.ts'

/** The series that a slide is numbered in, and its number; undefined without one. */
function numbered(slide: Slide): { series: string; number: number } | undefined {
  if ('order' in slide && slide.order)
    return { series: slide.order.kind, number: slide.order.number }
  return slide.layout === 'topics' ? { series: slide.layout, number: slide.from } : undefined
}

/**
 * Whether a slide begins a numbering, which is the editor's, as far as the deck shows it: the first
 * of a series may be hidden.
 */
function beginsNumbering(deck: Deck, slide: Slide): boolean {
  if (slide.layout === 'programme' || slide.layout === 'opener') return true
  const own = numbered(slide)
  if (!own || own.number === 1) return own !== undefined
  return slidesOf(deck).find((one) => numbered(one)?.series === own.series) === slide
}

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
