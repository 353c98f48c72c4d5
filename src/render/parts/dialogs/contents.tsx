import {
  type Deck,
  nameOf,
  type Place,
  placesOf,
  plannedSeconds,
  questionSeconds,
  secondsOf,
  titleOf,
} from '../../../model/deck/deck.ts'
import { clock } from '../../../model/talk/duration.ts'
import { Dialog } from './dialog.tsx'

const fullName = ({ slide }: Place): string => {
  const [name, title] = [nameOf(slide), titleOf(slide)]
  return name === title ? name : `${name}: ${title}`
}

const Row = ({ place, timed }: { place: Place; timed: boolean }) => (
  <tr data-row={place.slide.id}>
    <th scope="row">
      <a href={`#${place.slide.id}`}>
        <span class="number">{place.number}</span> <span>{fullName(place)}</span>
      </a>
    </th>
    {timed && (
      <>
        <td data-time="planned">{clock(secondsOf(place.slide) * 1000)}</td>
        <td data-time="now" />
        <td data-time="before" />
      </>
    )}
  </tr>
)

/** The planned time of all slides together, and that for questions, which no slide takes. */
const Sums = ({ deck }: { deck: Deck }) => (
  <tbody class="sums">
    <tr class="sum">
      <th scope="row">Trình bày</th>
      <td data-time="planned">{clock(plannedSeconds(deck) * 1000)}</td>
      <td data-time="now" />
      <td data-time="before" />
    </tr>
    {deck.questions && (
      <tr class="asked">
        <th scope="row">Hỏi đáp</th>
        <td data-time="planned">{clock(questionSeconds(deck) * 1000)}</td>
        <td colSpan={2} />
      </tr>
    )}
  </tbody>
)

/**
 * The rows of all slides, by part. `timed` adds the planned times, and cells for the times taken,
 * which `client/speaker` fills.
 */
export function ContentsRows({ deck, timed }: { deck: Deck; timed: boolean }) {
  const places = placesOf(deck)
  const first = places.findIndex(({ part }) => part)
  const groups = [
    { name: '', places: places.slice(0, first) },
    ...deck.parts.map(({ name }, index) => ({
      name,
      places: places.filter(({ part }) => part?.index === index),
    })),
    { name: '', places: places.slice(first).filter(({ part }) => !part) },
  ]
  return (
    <>
      {timed && (
        <thead>
          <tr>
            <th scope="col">Trang chiếu</th>
            <th scope="col">Dự kiến</th>
            <th scope="col">Lần này</th>
            <th scope="col">Lần trước</th>
          </tr>
        </thead>
      )}
      {groups.map(({ name, places }) => (
        <tbody>
          {name && (
            <tr>
              <th class="part" scope="rowgroup" colSpan={timed ? 4 : 1}>
                {name}
              </th>
            </tr>
          )}
          {places.map((place) => (
            <Row key={place.slide.id} place={place} timed={timed} />
          ))}
        </tbody>
      ))}
      {timed && <Sums deck={deck} />}
    </>
  )
}

/** The dialog with the table of contents, which links to each slide. */
export const Contents = ({ deck, timed }: { deck: Deck; timed: boolean }) => (
  <Dialog id="contents" title="Mục lục">
    <table data-shows={timed ? 'timed-contents' : 'contents'}>
      <ContentsRows deck={deck} timed={timed} />
    </table>
  </Dialog>
)
