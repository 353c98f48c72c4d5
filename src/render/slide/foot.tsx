import { aboutOf, type Deck, type Place, sourcesOf } from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { citation } from '../../model/deck/source.ts'

/** Whether a slide begins a numbering, which is the editor's. */
const beginsNumbering = (slide: Slide): boolean =>
  ('order' in slide && slide.order?.number === 1) ||
  slide.layout === 'programme' ||
  slide.layout === 'opener' ||
  (slide.layout === 'topics' && slide.from === 1)

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
    beginsNumbering(slide) && 'Số thứ tự do người biên tập đánh. ',
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
