import { type Deck, type Place, sourcesOf } from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { citation } from '../../model/deck/source.ts'

const numberedByUs = (slide: Slide): boolean =>
  ('order' in slide && slide.order !== undefined) ||
  slide.layout === 'programme' ||
  slide.layout === 'topics'

/** The citation; on all other slides a link to the one about the source. */
function Citation({ deck, slide }: { deck: Deck; slide: Slide }) {
  const text = citation(sourcesOf(slide))
  const about = deck.closing.at(-1)
  return slide === about ? <>{text}</> : <a href={`#${about?.id}`}>{text}</a>
}

/** The foot of a slide: page number, sources and remarks. */
export function Foot({ deck, place }: { deck: Deck; place: Place }) {
  const { slide, number } = place
  return (
    <footer class="foot">
      <span class="folio">{number}</span>{' '}
      {sourcesOf(slide).length > 0 && (
        <>
          <Citation deck={deck} slide={slide} />
          {'. '}
        </>
      )}
      {numberedByUs(slide) && 'Số thứ tự do người biên tập đánh. '}
      {slide.remark}
    </footer>
  )
}
