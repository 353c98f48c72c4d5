import type { Count, RecapRow, RecapSlide, Statement } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

const Item = ({ item }: { item: Statement | Count }) => {
  const figure = 'figure' in item ? item.figure : undefined
  return (
    <li>
      {figure !== undefined && (
        <>
          <Numeral value={figure} />{' '}
        </>
      )}
      <span class="noun">
        <Text lines={item.text} />
      </span>
    </li>
  )
}

const Row = ({ row }: { row: RecapRow }) => (
  <div data-counts={'items' in row}>
    <dt>{row.label}</dt>
    <dd>
      {'items' in row ? (
        <ul data-count={row.items.length}>
          {row.items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      ) : (
        <p class="quotation">
          {'“'}
          <Text lines={row.quoted.text} />
          {'”'}
        </p>
      )}
    </dd>
  </div>
)

export const Recap = ({ slide, place }: LayoutProps<RecapSlide>) => (
  <>
    <Heading place={place} />
    <dl class="recap">
      {slide.rows.map((row) => (
        <Row row={row} />
      ))}
    </dl>
  </>
)
