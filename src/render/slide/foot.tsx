import { type Deck, type Place, sourcesOf } from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { citation } from '../../model/deck/source.ts'

const numberedByUs = (slide: Slide): boolean =>
  ('order' in slide && slide.order !== undefined) ||
  slide.layout === 'programme' ||
  slide.layout === 'topics'

/**
 * The foot of a slide: page number, sources and remarks. The citation is a link to the slide about
 * the source, but for that slide's own.
 */
export function Foot({ deck, place }: { deck: Deck; place: Place }) {
  const { slide, number } = place
  const about = deck.closing.at(-1)
  const cited = citation(sourcesOf(slide))
  const isLinked = cited !== '' && slide !== about
  // Texts that meet are one, which a browser sets in one go.
  const after = [
    !isLinked && ` ${cited}`,
    cited && '. ',
    numberedByUs(slide) && 'Số thứ tự do người biên tập đánh. ',
    slide.remark,
  ]
  return (
    <footer class="foot">
      <span class="folio">{number}</span>
      {isLinked && (
        <>
          {' '}
          <a href={`#${about?.id}`}>{cited}</a>
        </>
      )}
      {after.filter(Boolean).join('')}
    </footer>
  )
}
